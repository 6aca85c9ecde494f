/** A reader asks to join; prevent it to do otherwise than follow the link. */
export type F3eJoinOpenEvent = CustomEvent<{ community: string }>;
/** A reader opens the page of a community; prevent it to do otherwise than follow the link. */
export type F3eCommunityOpenEvent = CustomEvent<{ community: string }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-join-open': F3eJoinOpenEvent;
    'f3e-community-open': F3eCommunityOpenEvent;
  }
}
