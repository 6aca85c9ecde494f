import type { ApiErrorKind } from '../../api/api-error.js';

/** A person sends the form, which is complete; prevent it to send nothing. The answers are the person's: keep none. */
export type F3eRegistrationSubmitEvent = CustomEvent<{
  session: string;
  answers: Record<string, string | string[]>;
}>;
/** The registration was accepted and waits for its confirmation by mail. Holds nothing of the person. */
export type F3eRegistrationAcceptedEvent = CustomEvent<{ session: string }>;
/** The registration was not accepted. Holds nothing of the person. */
export type F3eRegistrationRefusedEvent = CustomEvent<{ session: string; kind: ApiErrorKind }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-registration-submit': F3eRegistrationSubmitEvent;
    'f3e-registration-accepted': F3eRegistrationAcceptedEvent;
    'f3e-registration-refused': F3eRegistrationRefusedEvent;
  }
}
