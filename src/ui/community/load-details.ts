/** Fetches what cards unfold, when somebody first unfolds one. */
export const loadCommunityDetails = () => import('./lazy/community-details.js');
