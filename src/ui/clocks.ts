import { html, nothing } from 'lit';
import type { SessionBriefView } from '../api/session-brief.js';
import { cityOf, sameDay, times } from '../i18n/format.js';
import type { SessionMessages } from '../i18n/messages.js';

/** Stands after a time on the clock of the session: whose time it is, and the visitor's when it differs. */
export function clocks(
  { start, end, timezone }: Pick<SessionBriefView, 'start' | 'end' | 'timezone'>,
  messages: Pick<SessionMessages, 'timeIn' | 'yourTime'>,
  language: string,
  visitorZone: string,
) {
  const isOtherDay = !sameDay(start, timezone || visitorZone, visitorZone);
  const here = times(language, start, end, visitorZone, isOtherDay);
  if (!timezone || here === times(language, start, end, timezone, isOtherDay)) return nothing;
  return html` (${messages.timeIn(cityOf(timezone))})<span class="your-time"
      >${messages.yourTime(here, cityOf(visitorZone))}</span
    >`;
}
