/** A reader opens the page of a community; prevent it to do otherwise than follow the link. */
export type F3eCommunityOpenEvent = CustomEvent<{ community: string }>;
/** A reader asks to join; prevent it to do otherwise than follow the link. */
export type F3eJoinOpenEvent = CustomEvent<{ community: string }>;
/** A reader opens a session; prevent it to do otherwise than unfold it here or follow the link. */
export type F3eSessionOpenEvent = CustomEvent<{ session: string }>;
/** A reader wants the sessions of a community; prevent it to do otherwise than follow the link. */
export type F3eSessionsOpenEvent = CustomEvent<{ community: string }>;
/** A reader opens a resource; prevent it to do otherwise than follow the link. */
export type F3eResourceOpenEvent = CustomEvent<{ resource: string }>;
/** A reader wants the resources of a community; prevent it to do otherwise than follow the link. */
export type F3eResourcesOpenEvent = CustomEvent<{ community: string }>;
/** A reader wants to propose a community; prevent it to do otherwise than follow the link. */
export type F3eProposalOpenEvent = CustomEvent<null>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-community-open': F3eCommunityOpenEvent;
    'f3e-join-open': F3eJoinOpenEvent;
    'f3e-session-open': F3eSessionOpenEvent;
    'f3e-sessions-open': F3eSessionsOpenEvent;
    'f3e-resource-open': F3eResourceOpenEvent;
    'f3e-resources-open': F3eResourcesOpenEvent;
    'f3e-proposal-open': F3eProposalOpenEvent;
  }
}
