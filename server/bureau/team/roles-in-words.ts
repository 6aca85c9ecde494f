import { deskMessages } from '../../i18n/desk/common.js';
import type { Language } from '../../i18n/language.js';
import type { Grant } from './rights.js';

/** Roles as people say them, such as “animation · genre”. */
export function rolesInWords(grants: readonly Grant[], language: Language): string {
  const { roles, inCommunity } = deskMessages(language);
  return grants
    .map(({ role, scope }) => (scope ? inCommunity(roles[role], scope.replace(/^\w+:/, '')) : roles[role]))
    .join(', ');
}
