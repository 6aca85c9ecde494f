import type { Shape } from '../contract/index.js';

/** The marks of communities, in a square of 24. */
export const communityShapes: Readonly<Record<Shape, string>> = {
  triangle: 'M12 2l11 20H1z',
  square: 'M2.5 2.5h19v19h-19z',
  hexagon: 'M6.2 2h11.6L23.5 12l-5.7 10H6.2L.5 12z',
  circle: 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22',
  diamond: 'M12 0l12 12-12 12L0 12z',
  arch: 'M2.5 22V11.5a9.5 9.5 0 0 1 19 0V22z',
};

const shapes = Object.keys(communityShapes) as Shape[];

/** The shape of a community; one that follows from its slug where it has none that is known. */
export function shapeOf(slug: string, shape = ''): string {
  let sum = 0;
  for (const letter of slug) sum += letter.codePointAt(0)!;
  return Object.hasOwn(communityShapes, shape)
    ? communityShapes[shape as Shape]
    : communityShapes[shapes[sum % shapes.length]!];
}
