/** What often stands beside a kind of element, or comes out of it: the build puts it with that element's file. */
export const companions = new Map([
  ['community-card', 'join-form'],
  ['session-calendar', 'registration-form'],
]);
