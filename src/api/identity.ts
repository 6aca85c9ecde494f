import type { Identity, Picture } from '../contract/index.js';
import { count, object, text, type ReadValue } from './read.js';

/** The mark of a community; without a hue it is drawn in the accent, and the shape may be unknown. */
export const readIdentity = object<Identity>()({ hue: count, shape: text });
export type IdentityView = ReturnType<typeof readIdentity>;

const readFields = object<Picture>()({ src: text, alt: text, width: count, height: count });

/** A picture on the server that answers; nothing for one that is elsewhere, or of unknown size. */
export const readPicture: ReadValue<PictureView | undefined> = (json) => {
  const { src, alt, width, height } = readFields(json);
  return /^\/[\w~-]/.test(src) && width && height ? { src: src.slice(1), alt, width, height } : undefined;
};

export interface PictureView {
  /** Path on the server, without the first slash. */
  src: string;
  /** Empty when it decorates. */
  alt: string;
  /** In pixels. */
  width: number;
  height: number;
}
