import type { CommunityFunctionKind } from '../contract/index.js';
import { bookOpenIcon } from './book-open.js';
import { flaskConicalIcon } from './flask-conical.js';
import { usersIcon } from './users.js';

/** What a community is for, as a sign beside its word. */
const functionIcons: Readonly<Record<CommunityFunctionKind, string>> = {
  learning: bookOpenIcon,
  experimentation: flaskConicalIcon,
  networking: usersIcon,
};

/** The sign of a function; that of learning for one that is not known. */
export const functionIcon = (kind: string): string =>
  Object.hasOwn(functionIcons, kind) ? functionIcons[kind as CommunityFunctionKind] : bookOpenIcon;
