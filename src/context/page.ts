/** What a page's script knows before any element is there. */
export interface PageStart {
  /** Address of the API: what the script's tag says, else where the script was served from. */
  endpoint: string;
  /** Answers that were asked for while the code of the elements was on its way, by their address. */
  early?: Map<string, Promise<Response>>;
}

/** By name and on the document: the loader and the files that it fetches are built apart. */
const key = Symbol.for('f3e/page@1');
type Holder = Document & { [key]?: PageStart };

/** The first script on a page decides; a second copy or another version changes nothing. */
export function startPage(start: PageStart): PageStart {
  return ((document as Holder)[key] ??= start);
}

/** Nothing where no script of ours was loaded, such as in a bundle of the page's own. */
export const pageStart = (): PageStart | undefined => (document as Holder)[key];
