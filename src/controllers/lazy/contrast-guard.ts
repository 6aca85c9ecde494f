/** Red, green, blue and alpha, each from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The least contrast of text (WCAG 1.4.3). */
const LEAST = 4.5;

const white: Colour = [1, 1, 1, 1];
const black: Colour = [0, 0, 0, 1];
let hasWarned = false;

/**
 * Rules that move the colours of a page until text has enough contrast; empty when all of them have. Nothing is known of
 * text on a picture, so nothing is changed there.
 */
export function readableColours(host: HTMLElement): string {
  if (matchMedia('(forced-colors: active)').matches) return '';
  const colours = coloursOf(host);
  const behind = backgroundOf(host, colours.canvas);
  const { text, accent, fill, onFill, alert, surface } = colours;
  if (!behind || !text || !accent || !alert) return '';
  const grounds = surface && surface[3] ? [behind, over(surface, behind)] : [behind];
  const readable = (colour: Colour) => nearest(over(colour, behind), over(text, behind), grounds);
  const own = readable(accent);
  const rules = { '--_accent': own.rule, '--f3e-alert': readable(alert).rule, '--f3e-on-fill': '' };
  // The main action: on the fill, else on the accent as it is drawn.
  const ground = fill ? over(fill, behind) : own.colour;
  const best = contrast(white, ground) > contrast(black, ground) ? white : black;
  if (onFill && contrast(over(onFill, ground), ground) < LEAST) rules['--f3e-on-fill'] = inCss(best);
  const changed = Object.entries(rules).filter(([, value]) => value);
  if (changed.length)
    warn(
      host,
      changed.map(([name]) => name.replace('--_', '--f3e-')),
    );
  // Where the page gives no colour of the text on it, it is black or white.
  if (!onFill) changed.push(['--_on-accent', inCss(best)]);
  return changed.length ? `.box { ${changed.map(([name, value]) => `${name}: ${value};`).join(' ')} }` : '';
}

function warn({ localName }: HTMLElement, names: readonly string[]): void {
  if (hasWarned) return;
  hasWarned = true;
  console.warn(
    `<${localName}> has moved ${names.join(', ')}: the contrast that this page gives is below ${LEAST}:1 (WCAG 1.4.3). See docs/looks.md.`,
  );
}

/** The nearest colour on the way to that of the text that can be read on all grounds; the rule is empty for the colour itself. */
function nearest(colour: Colour, text: Colour, grounds: readonly Colour[]): { colour: Colour; rule: string } {
  const isReadable = (one: Colour) => grounds.every((ground) => contrast(one, ground) >= LEAST);
  for (let step = 0; step <= 10; step++) {
    const mixed = mix(colour, text, step / 10);
    if (isReadable(mixed)) return { colour: mixed, rule: step ? inCss(mixed) : '' };
  }
  return { colour: text, rule: inCss(text) };
}

/** The colours that the page gives, as the browser reads them. */
function coloursOf(host: HTMLElement) {
  const root = host.shadowRoot!;
  const probe = document.createElement('i');
  const sheet = new CSSStyleSheet();
  const read = (value: string): Colour | undefined => {
    sheet.replaceSync(`.probe { display: none; color: ${value} !important; }`);
    return parse(getComputedStyle(probe).color);
  };
  // Whatever the page wrote, a mixture is told in red, green and blue.
  const plain = (value: string) => read(`color-mix(in srgb, ${value} 100%, black 0%)`);
  const isGiven = (name: string) => Boolean(getComputedStyle(host).getPropertyValue(name).trim());
  const before = root.adoptedStyleSheets;
  probe.className = 'probe';
  // In the first box, where the page's colours are taken back.
  (root.querySelector('.box') ?? root).append(probe);
  root.adoptedStyleSheets = [...before, sheet];
  try {
    return {
      canvas: read('Canvas'),
      text: plain('var(--f3e-text, currentcolor)'),
      accent: plain('var(--_accent)'),
      alert: plain(isGiven('--f3e-alert') ? 'var(--f3e-alert)' : 'currentcolor'),
      fill: isGiven('--f3e-fill') ? read('var(--f3e-fill)') : undefined,
      onFill: isGiven('--f3e-on-fill') ? plain('var(--f3e-on-fill)') : undefined,
      surface: isGiven('--f3e-surface') ? read('var(--f3e-surface)') : undefined,
    };
  } finally {
    root.adoptedStyleSheets = before;
    probe.remove();
  }
}

/** What the element stands on; nothing where that is a picture. */
function backgroundOf(host: HTMLElement, canvas: Colour | undefined): Colour | undefined {
  const layers: Colour[] = [];
  let at: Element | undefined = host.shadowRoot?.querySelector('.box') ?? host;
  while (at) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return undefined;
    const colour = parse(backgroundColor);
    if (!colour) return undefined;
    layers.push(colour);
    if (colour[3] === 1) break;
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  let ground = canvas ?? white;
  while (layers.length) ground = over(layers.pop()!, ground);
  return ground;
}

/** `rgb(…)` and `color(srgb …)`, as browsers tell computed colours. */
function parse(text: string): Colour | undefined {
  const numbers = (/^(?:rgba?|color\(srgb)[ (]([^)]*)\)$/.exec(text)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = numbers;
  if ([red, green, blue, alpha].some(Number.isNaN)) return undefined;
  const most = text.startsWith('rgb') ? 255 : 1;
  return [red / most, green / most, blue / most, alpha];
}

const inCss = ([red, green, blue]: Colour): string =>
  `rgb(${[red, green, blue].map((one) => Math.round(one * 255)).join(' ')})`;

const mix = (one: Colour, other: Colour, share: number): Colour => {
  const part = (i: 0 | 1 | 2) => one[i] + (other[i] - one[i]) * share;
  // As it will be written: rounding may cost the last hundredth of a contrast.
  const round = (value: number) => Math.round(value * 255) / 255;
  return [round(part(0)), round(part(1)), round(part(2)), 1];
};

/** A colour that lets some of the ground through. */
const over = (colour: Colour, ground: Colour): Colour => {
  const part = (i: 0 | 1 | 2) => colour[i] * colour[3] + ground[i] * (1 - colour[3]);
  return [part(0), part(1), part(2), 1];
};

/** Contrast of two opaque colours, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
