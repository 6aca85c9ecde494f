import { define } from '../../dom/define.js';
import { F3eSessionCalendar } from './session-calendar.js';

define('f3e-session-calendar', F3eSessionCalendar);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-session-calendar': F3eSessionCalendar;
  }
}
