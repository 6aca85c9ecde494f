import { count, filled, item, listOf, part, text } from './read.js';
import { readThemes } from './themes.js';

/** What a card unfolds, and what the comparison needs besides. */
export const readDetails = part({
  need: text,
  strands: listOf(item({ name: filled, access: text }, 'name')),
  cadence: part({ label: text }),
  otherLanguages: listOf(filled),
  themes: readThemes,
  facilitation: text,
  productions: listOf(filled),
  learningSpaces: listOf(item({ kind: text, label: filled, url: text }, 'label')),
  counts: part({ upcomingSessions: count, resources: count, organisations: count }),
});
