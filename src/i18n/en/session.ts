import type { SessionStrings } from '../strings.js';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const strings: SessionStrings = {
  modes: { online: 'online', 'in-person': 'in person', hybrid: 'online and in person' },
  rescheduled: 'New date',
  registration: {
    'not-yet-open': 'registration opens soon',
    open: 'registration open',
    'waiting-list': 'full, waiting list open',
    full: 'full',
    closed: 'registration closed',
    cancelled: 'cancelled',
  },
  placesLeft: (count) => some(count, 'place left', 'places left'),
  yourTime: (time, city) => `${time} for you (${city})`,
  timeIn: (city) => `${city} time`,
};
