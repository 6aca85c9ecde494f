export type { F3eResourceOpenEvent, F3eSessionOpenEvent } from '../../ui/open.events.js';

/** A reader wants to register; prevent it to do otherwise than show the form here. */
export type F3eRegisterOpenEvent = CustomEvent<{ session: string }>;
/** A reader went to other months, another view or other filters. */
export type F3eCalendarChangedEvent = CustomEvent<{ month: string; view: 'agenda' | 'month' }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-register-open': F3eRegisterOpenEvent;
    'f3e-calendar-changed': F3eCalendarChangedEvent;
  }
}
