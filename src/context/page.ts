/** Data that the loader shares with the elements. */
export interface PageStart {
  /** Address of the API: what the script's tag says, else where the script was served from. */
  endpoint: string;
  /** Answers that were asked for while the code of the elements was on its way, by their address. */
  early?: Map<string, Promise<Response>>;
}

/** A global symbol on the document, because the loader and the files it imports are separate bundles. */
const key = Symbol.for('f3e/page@1');
type Holder = Document & { [key]?: PageStart };

/** The first script on a page decides; a second copy or another version changes nothing. */
export function startPage(start: PageStart): PageStart {
  return ((document as Holder)[key] ??= start);
}

/** Undefined when the page did not load our script, for example when it bundles the elements itself. */
export const pageStart = (): PageStart | undefined => (document as Holder)[key];
