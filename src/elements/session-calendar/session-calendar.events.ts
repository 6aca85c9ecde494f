/** A reader opens a session; prevent it to do otherwise than unfold it here. */
export type F3eSessionOpenEvent = CustomEvent<{ session: string }>;
/** A reader wants to register; prevent it to do otherwise than show the form here. */
export type F3eRegisterOpenEvent = CustomEvent<{ session: string }>;
/** A reader went to other months, another view or other filters. */
export type F3eCalendarChangedEvent = CustomEvent<{ month: string; view: 'agenda' | 'month' }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-session-open': F3eSessionOpenEvent;
    'f3e-register-open': F3eRegisterOpenEvent;
    'f3e-calendar-changed': F3eCalendarChangedEvent;
  }
}
