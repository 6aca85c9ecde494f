/** Red, green and blue from 0 to 255, and how much of it is there from 0 to 1. */
type Rgba = readonly [number, number, number, number];

let pen: CanvasRenderingContext2D | undefined;

/** Colours painted over one another, the first below, as the browser does it. */
function painted(colours: readonly string[]): Rgba {
  if (!pen) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    pen = canvas.getContext('2d', { willReadFrequently: true })!;
  }
  pen.clearRect(0, 0, 1, 1);
  for (const colour of colours) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

/** The backgrounds behind an element, the lowest first, through shadow roots; white or black where the page has none. */
function backgrounds(element: Element): string[] {
  const found: string[] = [];
  for (let at: Element | null = element; at;) {
    const { backgroundColor } = getComputedStyle(at);
    found.unshift(backgroundColor);
    if (painted([backgroundColor])[3] === 1) return found;
    at = at.assignedSlot ?? at.parentElement ?? ((at.getRootNode() as Partial<ShadowRoot>).host || null);
  }
  const isDark = getComputedStyle(element).colorScheme.includes('dark');
  return [isDark ? '#121212' : '#fff', ...found];
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast of a colour of an element with what is behind it (WCAG 2.2). */
export function contrastOf(element: Element, colour: 'color' | 'fill' | 'stroke' = 'color'): number {
  const behind = backgrounds(element);
  const [a, b] = [painted([...behind, getComputedStyle(element)[colour]]), painted(behind)].map(luminance);
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

const parts: readonly (readonly [
  what: string,
  selector: string,
  property: 'color' | 'fill' | 'stroke',
  least: number,
])[] = [
  ['mark', '.mark', 'fill', 3],
  ['icon', '.icon', 'stroke', 3],
  ['dots', '.dots', 'color', 3],
  ['title', '[part=title] a', 'color', 4.5],
  ['quiet text', '.quiet', 'color', 4.5],
  ['badge', '.badge', 'color', 4.5],
  ['main action', '.main > span', 'color', 4.5],
  ['link', 'a', 'color', 4.5],
];

export interface Contrast {
  what: string;
  ratio: number;
  /** By WCAG 1.4.3 for text, 1.4.11 for shapes. */
  least: number;
}

/** The lowest contrast of each kind of thing that an element draws and shows. */
export function paintedContrasts(host: Element): Contrast[] {
  return parts.flatMap(([what, selector, property, least]) => {
    const shown = [...host.shadowRoot!.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const ratios = shown.map((one) => contrastOf(one, property));
    return ratios.length ? [{ what, ratio: Math.min(...ratios), least }] : [];
  });
}
