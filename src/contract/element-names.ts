/** The elements without their prefix `f3e-`, but for the provider, which shows nothing. */
export const elementNames = [
  'community-card',
  'community-directory',
  'session-calendar',
  'resource-list',
  'join-form',
  'registration-form',
  'proposal-form',
] as const;
