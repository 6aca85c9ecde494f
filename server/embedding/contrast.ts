/** Contrast of colours as WCAG 2.2 defines it, for the colours that a site is built with. */
type Rgb = readonly [red: number, green: number, blue: number];

/** The least contrast of text (WCAG 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** A colour such as `#a3195b`. */
export const isColour = (text: string | undefined): text is string => /^#[0-9a-f]{6}$/i.test(text ?? '');

const parse = (colour: string): Rgb => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as never;
const write = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance (WCAG 2.2, “relative luminance”). */
const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminance(parse(one)), luminance(parse(other))].toSorted((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** The nearest colour, towards black or white, that can be read on a ground; the colour itself where it can. */
export function readableOn(colour: string, ground: string): string {
  const end = contrastOf('#000000', ground) > contrastOf('#ffffff', ground) ? 0 : 255;
  for (let step = 0; step <= 100; step++) {
    const mixed = write(parse(colour).map((part) => part + ((end - part) * step) / 100) as unknown as Rgb);
    if (contrastOf(mixed, ground) >= LEAST_CONTRAST) return mixed;
  }
  return end ? '#ffffff' : '#000000';
}
