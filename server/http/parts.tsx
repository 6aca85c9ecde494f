import type { Child } from 'hono/jsx';
import type { Community, Identity, Picture } from '../../src/contract/index.js';
import { shapeOf } from '../../src/icons/community-shapes.js';
import { functionIcon } from '../../src/icons/community-functions.js';
import { mapPinIcon } from '../../src/icons/map-pin.js';
import { videoIcon } from '../../src/icons/video.js';
import { dateInWords } from '../i18n/format-date.js';
import type { Language } from '../i18n/language.js';

/** A sign beside the word that it stands for. */
export const Icon = ({ path }: { path: string }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

/** The shape and hue of a community; lightness follows the text of the page. */
export const Mark = ({ slug, identity }: { slug: string; identity: Identity | undefined }) => (
  <svg
    class="mark"
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill={
      identity
        ? `oklch(from currentcolor clamp(0.4, l * 0.62 + 0.27, 0.84) 0.115 ${identity.hue} / 1)`
        : 'currentcolor'
    }
  >
    <path d={shapeOf(slug, identity?.shape)} />
  </svg>
);

/** The picture of a community, else its mark. */
export const Tile = ({ community }: { community: Pick<Community, 'slug' | 'identity' | 'picture'> }) => (
  <span class="tile">
    {community.picture ? (
      <Image picture={community.picture} />
    ) : (
      <Mark slug={community.slug} identity={community.identity} />
    )}
  </span>
);

/** A picture of this server; it holds its place until it comes. */
export const Image = ({ picture: { src, alt, width, height } }: { picture: Picture }) => (
  <img src={src} alt={alt} width={width} height={height} loading="lazy" />
);

/** A day to find at a glance; its full date stands beside it for those who hear the page. */
export function DateBlock({ at, zone, language }: { at: number; zone: string; language: Language }) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateInWords(language, { ...options, timeZone: zone }, at);
  return (
    <span class="date-block" aria-hidden="true">
      <span>{part({ weekday: 'short' })}</span>
      <b>{new Intl.DateTimeFormat(language, { day: 'numeric', timeZone: zone }).format(at)}</b>
      <span>{part({ month: 'short' })}</span>
    </span>
  );
}

/** How many of the places are taken, beside its words. */
export const Meter = ({ taken, of, children }: { taken: number; of: number; children: Child }) => (
  <span class="meter">
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" class="track" />
      <rect width={of > 0 ? Math.min(100, Math.round((100 * taken) / of)) : 100} height="4" />
    </svg>
    {children}
  </span>
);

/** A state in a word. */
export const Badge = ({
  tone,
  children,
}: {
  tone: 'good' | 'careful' | 'off' | 'neutral';
  children: Child;
}) => <span class={`badge ${tone}`}>{children}</span>;

/** Where a session takes place. */
export const PlaceFact = ({ mode, children }: { mode: string; children: Child }) => (
  <span class="fact">
    <Icon path={mode === 'online' ? videoIcon : mapPinIcon} />
    {children}
  </span>
);

/** What a community is for, heaviest first: signs to see, and words to read. */
export const Strip = ({
  functions,
  messages,
}: {
  functions: Community['functions'];
  messages: {
    functionKinds: Record<Community['functions'][number]['kind'], string>;
    weight: Record<1 | 2 | 3, string>;
  };
}) => (
  <ul class="strip">
    {functions
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ kind, weight }) => (
        <li>
          <Icon path={functionIcon(kind)} />
          {messages.functionKinds[kind]} <span class="quiet">{messages.weight[weight as 1 | 2 | 3]}</span>
        </li>
      ))}
  </ul>
);
