import type { CommunityView } from '../../api/communities.js';

/** Who may come, by the name of its phrase; empty when nobody said. */
export const audienceOf = ({
  members,
  nonMembers,
}: CommunityView['audience']): 'both' | 'members' | 'nonMembers' | '' =>
  members && nonMembers ? 'both' : members ? 'members' : nonMembers ? 'nonMembers' : '';
