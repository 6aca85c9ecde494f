/** A press that sends mails is held for two minutes, in which it can be taken back. */
export const HOLD_MS = 120_000;
