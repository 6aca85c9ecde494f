export type {
  F3eCommunityOpenEvent,
  F3eResourceOpenEvent,
  F3eSessionOpenEvent,
} from '../../ui/open.events.js';

/** A reader looked for other words, filters, order or page, and the answer is shown. */
export type F3eResourcesFoundEvent = CustomEvent<{
  words: string;
  filters: Record<string, string[]>;
  page: number;
  total: number;
}>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-resources-found': F3eResourcesFoundEvent;
  }
}
