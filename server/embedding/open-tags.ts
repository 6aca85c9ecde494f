import { Parser } from 'htmlparser2';
import { FetchRefused } from '../shared/guarded-fetch.js';

/** Deeper, or of more tags, is no page that somebody reads: it would cost the parser more than it is worth. */
const DEEPEST = 400;
const MOST_TAGS = 30_000;

/** The tags of a page as they open, and as they close; `isImplied` for one that nobody closed. Throws where there are too many. */
export function openTags(
  html: string,
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void,
  onClose: (name: string, isImplied: boolean) => void = () => undefined,
): void {
  let depth = 0;
  let tags = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > DEEPEST || ++tags > MOST_TAGS) throw new FetchRefused('too-large', 'tags');
      onOpen(name, attributes);
    },
    onclosetag(name, isImplied) {
      depth--;
      onClose(name, isImplied);
    },
  });
  parser.write(html);
  parser.end();
}
