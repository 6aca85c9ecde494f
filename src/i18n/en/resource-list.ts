import type { ResourceListStrings } from '../strings.js';
import { strings as status } from './status.js';

const some = (count: number) => `${count} ${count === 1 ? 'resource' : 'resources'}`;

export const strings: ResourceListStrings = {
  ...status,
  resources: 'Resources',
  words: 'Search the resources',
  search: 'Search',
  sort: 'Sort by',
  sorts: { relevance: 'relevance', date: 'date', title: 'title' },
  filter: (count) => (count ? `Filter (${count})` : 'Filter'),
  facets: {
    community: 'Community',
    theme: 'Theme',
    kind: 'Type',
    language: 'Language',
    year: 'Year',
    access: 'Access',
  },
  more: (count) => (count < 2 ? '1 other' : `The ${count} others`),
  kinds: {
    guide: 'Guide',
    proceedings: 'Proceedings',
    study: 'Study',
    sheet: 'Sheet',
    video: 'Video',
    podcast: 'Podcast',
    article: 'Article',
    'meeting-report': 'Report',
    tool: 'Tool',
    'web-page': 'Web page',
  },
  accesses: { public: 'Open access', members: 'Members only' },
  formats: { html: 'web page', video: 'video', audio: 'audio' },
  found: (total, page, pages) => some(total) + (pages > 1 ? `, page ${page} of ${pages}` : ''),
  pages: 'Pages of resources',
  page: (number) => `Page ${number}`,
  previous: 'Previous page',
  next: 'Next page',
  showMore: (count) => (count === 1 ? 'Show the next one' : `Show the next ${count}`),
  accessible: 'Accessible version',
  from: 'From the session',
  follow: 'Follow this list (RSS)',
  download: 'Download the list (CSV)',
};
