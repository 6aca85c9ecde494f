import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPicture } from '../shared/picture-types.js';
import { listNames, lists, type ListName, type Publications } from './schemas.js';

/** What is wrong with a folder: where, and why. */
export interface Fault {
  file: string;
  /** The list, and the id or slug of the item, or its place in the list from 1. */
  item: string;
  /** JSON pointer (RFC 6901) inside the item; empty for the item itself. */
  pointer: string;
  detail: string;
}

/** A folder that cannot be taken; nothing of it was. */
export class FaultyFolderError extends Error {
  override name = 'FaultyFolderError';
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(lineOf).join('\n'));
  }
}

const lineOf = ({ file, item, pointer, detail }: Fault) =>
  [file, item, pointer].filter(Boolean).join(', ') + `: ${detail}`;

/** Reads the JSON files of a folder by the contract. Throws a `FaultyFolderError` that names every fault. */
export async function readFolder(folder: string): Promise<Publications> {
  const faults: Fault[] = [];
  const files = new Map<string, Record<string, unknown> | undefined>();
  for (const file of new Set(listNames.map((name) => lists[name].file)))
    files.set(file, await readJson(folder, file, faults));
  if ([...files.values()].every((content) => content === undefined) && !faults.length)
    faults.push({
      file: folder,
      item: '',
      pointer: '',
      detail: `holds none of ${[...files.keys()].join(', ')}.`,
    });
  const read = Object.fromEntries(
    listNames.map((name) => [name, itemsOf(name, files.get(lists[name].file), faults)]),
  );
  if (faults.length) throw new FaultyFolderError(faults);
  return read as unknown as Publications;
}

/** The content of a file; undefined when it is missing. */
async function readJson(
  folder: string,
  file: string,
  faults: Fault[],
): Promise<Record<string, unknown> | undefined> {
  const fault = (detail: string) => void faults.push({ file, item: '', pointer: '', detail });
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') fault((error as Error).message);
    return undefined;
  }
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === 'object' && content !== null && !Array.isArray(content))
      return content as Record<string, unknown>;
    fault('is no JSON object.');
  } catch (error) {
    fault(`is no JSON: ${(error as Error).message}`);
  }
  return undefined;
}

function itemsOf(name: ListName, content: Record<string, unknown> | undefined, faults: Fault[]): unknown[] {
  const { file, key, schema } = lists[name];
  if (!content) return [];
  const items = content[name];
  if (!Array.isArray(items)) {
    faults.push({ file, item: '', pointer: `/${name}`, detail: 'is no list.' });
    return [];
  }
  const seen = new Set<string>();
  return items.flatMap((item: unknown, i) => {
    const id = (item as Record<string, unknown> | null)?.[key];
    const called = `${name} ${typeof id === 'string' ? `“${id}”` : i + 1}`;
    const result = schema.safeParse(item);
    if (!result.success) {
      for (const { path, message } of result.error.issues)
        faults.push({
          file,
          item: called,
          pointer: path.map((part) => `/${String(part)}`).join(''),
          detail: message,
        });
      return [];
    }
    if (seen.has(String(id)))
      faults.push({ file, item: called, pointer: `/${key}`, detail: 'stands twice.' });
    seen.add(String(id));
    return [result.data];
  });
}

/** Writes publications as the files that `readFolder` reads. */
export async function writeFolder(folder: string, publications: Publications): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { themes, communities, organisations, resources, sessions } = publications;
  const files = {
    'communities.json': { themes, communities },
    'organisations.json': { organisations },
    'resources.json': { resources },
    'sessions.json': { sessions },
  };
  for (const [file, content] of Object.entries(files))
    await writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
}

/** Copies the pictures of a folder into another; returns how many. A folder that is not there has none. */
export async function copyPictures(from: string, to: string): Promise<number> {
  const names = await readdir(from).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const pictures = names.filter(isPicture);
  if (pictures.length) await mkdir(to, { recursive: true });
  for (const name of pictures) await copyFile(join(from, name), join(to, name));
  return pictures.length;
}

/** The pictures that publications name and that a folder does not hold. */
export async function missingPictures(
  { communities, resources }: Publications,
  folder: string,
): Promise<string[]> {
  const named = [...communities.map(({ picture }) => picture), ...resources.map(({ cover }) => cover)];
  const there = new Set(await readdir(folder).catch(() => []));
  const paths = named.flatMap((one) => (one ? [one.src] : []));
  return paths.filter((path) => !there.has(path.replace(/^\/pictures\//, '')));
}
