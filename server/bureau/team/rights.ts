/** What each role may do, and where. Every page, route and list of the desk asks here (E01). */

export const roles = ['administrator', 'team', 'animator', 'reader', 'editor'] as const;
export type Role = (typeof roles)[number];

/** What the desk knows how to do; machines are given some of these by name. */
export const actions = [
  'sessions:write',
  'communities:write',
  'forms:write',
  'requests:read',
  'requests:answer',
  'proposals:read',
  'proposals:answer',
  'people:read',
  'people:erase',
  'mails:read',
  'journal:read',
  'team:manage',
] as const;
export type Action = (typeof actions)[number];

/** `all`: everywhere; `own`: in the communities of the role. */
type Reach = 'all' | 'own';
const everywhere = { administrator: 'all', team: 'all' } as const;

const rights: Record<Action, Partial<Record<Role, Reach>>> = {
  'sessions:write': { ...everywhere, animator: 'own' },
  'communities:write': everywhere,
  'forms:write': everywhere,
  'requests:read': { ...everywhere, animator: 'own' },
  'requests:answer': { ...everywhere, animator: 'own' },
  'proposals:read': { ...everywhere, animator: 'all' },
  'proposals:answer': everywhere,
  'people:read': { ...everywhere, animator: 'own' },
  'people:erase': everywhere,
  'mails:read': everywhere,
  'journal:read': { ...everywhere, animator: 'own' },
  'team:manage': { administrator: 'all' },
};

/** A role of somebody, and where it holds: `community:genre`, `organisation:3`, or everywhere when empty. */
export interface Grant {
  role: Role;
  scope: string;
}

/** Whoever acts: a member of the team, or a machine with a token. */
export interface Actor {
  /** `member:…`, `token:…` or `setting:STAFF_TOKEN`, as the journal names it. */
  id: string;
  grants: readonly Grant[];
  /** Of a machine: the actions that its token names. */
  scopes?: readonly Action[];
}

/** The token of the settings: an administrator’s, under a name of its own in the journal. Deprecated. */
export const settingsActor: Actor = {
  id: 'setting:STAFF_TOKEN',
  grants: [{ role: 'administrator', scope: '' }],
};

/** Where an actor may do something: everywhere, in some communities, or nowhere. */
export function reachOf({ grants, scopes }: Actor, action: Action): 'all' | readonly string[] {
  if (scopes) return scopes.includes(action) ? 'all' : [];
  if (grants.some(({ role }) => rights[action][role] === 'all')) return 'all';
  return grants
    .filter(({ role, scope }) => rights[action][role] === 'own' && scope.startsWith('community:'))
    .map(({ scope }) => scope.slice('community:'.length));
}

/** Whether an actor may do something to what belongs to a community; to anything at all when none is named. */
export function may(actor: Actor, action: Action, community?: string | null): boolean {
  const reach = reachOf(actor, action);
  if (reach === 'all') return true;
  return community === undefined ? reach.length > 0 : community !== null && reach.includes(community);
}
