import type { ApiErrorKind } from '../../api/api-error.js';

/** A person sends the form, which is complete; prevent it to send nothing. The answers are the person's: keep none. */
export type F3eProposalSubmitEvent = CustomEvent<{ answers: Record<string, string | string[]> }>;
/** The proposal was accepted and waits for its confirmation by mail. Holds nothing of the person. */
export type F3eProposalAcceptedEvent = CustomEvent<null>;
/** The proposal was not accepted. Holds nothing of the person. */
export type F3eProposalRefusedEvent = CustomEvent<{ kind: ApiErrorKind }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-proposal-submit': F3eProposalSubmitEvent;
    'f3e-proposal-accepted': F3eProposalAcceptedEvent;
    'f3e-proposal-refused': F3eProposalRefusedEvent;
  }
}
