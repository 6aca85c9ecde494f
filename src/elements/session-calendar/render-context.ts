import type { SessionListView, SessionView } from '../../api/sessions.js';
import type { SessionCalendarMessages } from '../../i18n/messages.js';

/** What all views of a calendar are drawn with. */
export interface RenderContext {
  messages: SessionCalendarMessages;
  language: string;
  /** The page's tag for the language: it decides on which day a week begins. */
  tag: string;
  /** Today on the visitor's calendar, such as `2026-11-22`. */
  today: string;
  visitorZone: string;
  /** Whose clock comes first. */
  clock: 'session' | 'visitor';
  headingLevel: number;
  /** By their slug; undefined until they are known. */
  communities: SessionListView['communities'] | undefined;
  /** False when the page shows one community: it is not named then. */
  hasCommunities: boolean;
  /** A reader opens a session: unfolds it in the list, clicks it in the month. */
  onOpen: (session: SessionView, event: Event) => void;
  onRegister: (session: SessionView, click: Event) => void;
}
