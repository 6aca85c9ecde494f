import { html, nothing } from 'lit';
import { translateCode } from '../i18n/messages.js';
import type { SessionMessages } from '../i18n/messages.js';
import { mapPinIcon } from '../icons/map-pin.js';
import { videoIcon } from '../icons/video.js';
import { icon } from './icon.js';

/** Where a session takes place, with a sign: online, or a city. Who hears it hears the mode as well. */
export function placeFact(
  { mode, city }: { mode: string; city: string },
  messages: Pick<SessionMessages, 'modes' | 'andOnline'>,
) {
  if (!mode && !city) return nothing;
  const name = translateCode(messages.modes, mode);
  return html`<span class="fact"
    >${icon(mode === 'online' ? videoIcon : mapPinIcon)}${
      city
        ? html`<span
            >${mode === 'in-person' ? html`<span class="visually-hidden">${name}, </span>` : nothing}${
              mode === 'hybrid' ? messages.andOnline(city) : city
            }</span
          >`
        : html`<span class="cased">${name}</span>`
    }</span
  >`;
}
