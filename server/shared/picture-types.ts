import { extname } from 'node:path';

/** Media types of the pictures that the server shows, by the end of their names. */
export const pictureTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** Whether a file is a picture, by its name. */
export const isPicture = (name: string): boolean => Object.hasOwn(pictureTypes, extname(name).toLowerCase());
