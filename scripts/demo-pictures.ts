/**
 * Draws the pictures of the demonstration into `server/demo-data/pictures`: one of each community, and covers of resources. They are
 * made of the shapes and hues of the communities, so that nothing in them is anybody's.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { shapeOf } from '../src/icons/community-shapes.js';
import { chromeArgs, ensureBrowsers } from './browsers.mjs';

const folder = 'server/demo-data';

interface Drawn {
  identity?: { hue: number; shape: string };
  picture?: object;
}
interface Covered {
  id: string;
  communities: string[];
  cover?: object;
}
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as unknown;
const communities = read('communities') as { communities: (Drawn & { slug: string })[] };
const resources = read('resources') as { resources: Covered[] };

/** The resources that are invented and would have a cover on paper. */
const covered = [
  'r-demo-marqueurs-progres',
  'r-demo-vision-gabarit',
  'r-demo-madac-distance',
  'r-demo-ecsi-long',
  'r-demo-ecsi-collectivites',
  'r-demo-genre-charte',
  'r-demo-genre-es',
  'r-demo-genre-ar',
  'r-demo-genre-seminaire-actes',
  'r-demo-gdp-recits',
  'r-demo-gdp-codev',
  'r-demo-gdp-cartes',
];

interface Picture {
  name: string;
  width: number;
  height: number;
  hue: number;
  path: string;
  /** By what covers of one community differ. */
  seed: number;
  isCover: boolean;
}

/** Runs in the page. Pictures have twice as many pixels as they are wide where they stand, for fine screens. */
function draw({ width, height, hue, path, seed, isCover }: Picture): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  const shape = new Path2D(path);
  const pen = {
    colour(lightness: number, chroma = 0.11) {
      return `oklch(${lightness} ${chroma} ${hue})`;
    },
    fill(x: number, y: number, wide: number, high: number, colour: string) {
      context.fillStyle = colour;
      context.fillRect(x * width, y * height, wide * width, high * height);
    },
    /** The mark, its middle at `x` and `y`. */
    mark(x: number, y: number, size: number, colour: string, turn = 0) {
      const scale = (size * width) / 24;
      context.setTransform(scale, 0, 0, scale, x * width, y * height);
      context.rotate(turn);
      context.translate(-12, -12);
      context.fillStyle = colour;
      context.fill(shape);
      context.resetTransform();
    },
  };
  if (isCover) {
    const isDark = seed % 2 === 0;
    const ink = isDark ? pen.colour(0.95, 0.03) : pen.colour(0.35);
    pen.fill(0, 0, 1, 1, isDark ? pen.colour(0.4) : pen.colour(0.92, 0.04));
    pen.mark(
      0.3 + 0.2 * (seed % 3),
      0.72,
      0.95,
      isDark ? pen.colour(0.55) : pen.colour(0.78, 0.08),
      seed * 0.4,
    );
    pen.mark(0.24, 0.86, 0.26, ink);
    for (const [i, wide] of [0.62, 0.74, 0.4].entries()) pen.fill(0.12, 0.12 + i * 0.085, wide, 0.035, ink);
  } else {
    pen.fill(0, 0, 1, 1, pen.colour(0.42));
    for (let i = 0; i < 25; i++) {
      const [row, column] = [Math.floor(i / 5), i % 5];
      const colour = pen.colour(0.46 + 0.06 * ((row + column) % 3));
      pen.mark(column * 0.25 + (row % 2 ? 0.125 : 0), row * 0.25, 0.17, colour);
    }
    pen.mark(0.5, 0.5, 0.5, pen.colour(0.93, 0.05));
  }
  return canvas.toDataURL('image/webp', 0.82).split(',')[1]!;
}

const identityOf = (slug: string) => communities.communities.find((one) => one.slug === slug)?.identity;
const pictures: Picture[] = [];
const describe = (slug: string) => ({
  hue: identityOf(slug)?.hue ?? 255,
  path: shapeOf(slug, identityOf(slug)?.shape),
});

for (const community of communities.communities) {
  const [width, height] = [128, 128];
  pictures.push({
    name: community.slug,
    width,
    height,
    ...describe(community.slug),
    seed: 0,
    isCover: false,
  });
  community.picture = { src: `/pictures/${community.slug}.webp`, alt: '', width, height };
}
for (const [seed, id] of covered.entries()) {
  const resource = resources.resources.find((one) => one.id === id)!;
  const [width, height] = [108, 140];
  const name = id.replace('r-demo-', '');
  pictures.push({ name, width, height, ...describe(resource.communities[0]!), seed, isCover: true });
  resource.cover = { src: `/pictures/${name}.webp`, alt: '', width, height };
}

const browser = await chromium.launch({ executablePath: ensureBrowsers().chrome, args: chromeArgs });
try {
  const page = await browser.newPage();
  mkdirSync(`${folder}/pictures`, { recursive: true });
  for (const picture of pictures) {
    const bytes = Buffer.from(await page.evaluate(draw, picture), 'base64');
    writeFileSync(`${folder}/pictures/${picture.name}.webp`, bytes);
    console.log(`${picture.name.padEnd(24)} ${bytes.length} B`);
  }
} finally {
  await browser.close();
}
for (const [name, content] of Object.entries({ communities, resources }))
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
