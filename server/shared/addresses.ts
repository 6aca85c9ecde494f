/** Addresses of the hosted pages, from the public address of the server. */
export function addresses(publicUrl: string) {
  const base = publicUrl.replace(/\/$/, '');
  return {
    home: `${base}/`,
    embed: `${base}/v1/f3e.js`,
    communities: `${base}/communautes`,
    community: (slug: string) => `${base}/communautes/${encodeURIComponent(slug)}`,
    join: (slug: string) => `${base}/communautes/${encodeURIComponent(slug)}/rejoindre`,
    sessions: `${base}/seances`,
    session: (id: string) => `${base}/seances/${encodeURIComponent(id)}`,
    register: (id: string) => `${base}/seances/${encodeURIComponent(id)}/inscription`,
    sessionCalendar: (id: string) => `${base}/v1/sessions/${encodeURIComponent(id)}.ics`,
    seriesCalendar: (id: string) => `${base}/v1/series/${encodeURIComponent(id)}.ics`,
    communityCalendar: (slug: string) => `${base}/v1/communities/${encodeURIComponent(slug)}/sessions.ics`,
    allCalendar: `${base}/v1/sessions.ics`,
    confirm: (token: string) => `${base}/demande/confirmer/${token}`,
    manage: (token: string) => `${base}/demande/${token}`,
    confirmRegistration: (token: string) => `${base}/inscription/confirmer/${token}`,
    manageRegistration: (token: string) => `${base}/inscription/${token}`,
    resources: `${base}/ressources`,
    communitySessions: (slug: string) => `${base}/communautes/${encodeURIComponent(slug)}#seances`,
    communityResources: (slug: string) => `${base}/ressources?community=${encodeURIComponent(slug)}`,
    resourceFeed: `${base}/v1/resources.rss`,
    resource: (id: string) => `${base}/ressources/${encodeURIComponent(id)}`,
    desk: `${base}/bureau`,
    enterDesk: (token: string) => `${base}/bureau/entrer/lien/${token}`,
    propose: `${base}/proposer`,
    confirmProposal: (token: string) => `${base}/proposition/confirmer/${token}`,
    manageProposal: (token: string) => `${base}/proposition/${token}`,
  };
}
export type Addresses = ReturnType<typeof addresses>;
