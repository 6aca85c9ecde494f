export type {
  F3eCommunityOpenEvent,
  F3eJoinOpenEvent,
  F3eProposalOpenEvent,
  F3eResourcesOpenEvent,
  F3eSessionOpenEvent,
  F3eSessionsOpenEvent,
} from '../../ui/open.events.js';

/** A reader narrowed the directory; `communities` are those that are left, in order. */
export type F3eCommunitiesFoundEvent = CustomEvent<{
  filters: Record<string, string[]>;
  communities: string[];
}>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-communities-found': F3eCommunitiesFoundEvent;
  }
}
