import type { ApiErrorKind } from '../../api/api-error.js';

/** A person sends the form, which is complete; prevent it to send nothing. The answers are the person's: keep none. */
export type F3eJoinSubmitEvent = CustomEvent<{
  community: string;
  answers: Record<string, string | string[]>;
}>;
/** The request was accepted and waits for its confirmation by mail. Holds nothing of the person. */
export type F3eJoinAcceptedEvent = CustomEvent<{ community: string }>;
/** The request was not accepted. Holds nothing of the person. */
export type F3eJoinRefusedEvent = CustomEvent<{ community: string; kind: ApiErrorKind }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-join-submit': F3eJoinSubmitEvent;
    'f3e-join-accepted': F3eJoinAcceptedEvent;
    'f3e-join-refused': F3eJoinRefusedEvent;
  }
}
