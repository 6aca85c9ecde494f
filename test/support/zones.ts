/** Zones in which the network meets, and the hardest one there is. */
export const zones = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Martinique',
  'Pacific/Noumea',
  'Africa/Dakar',
  'Indian/Antananarivo',
  'America/New_York',
  'Australia/Lord_Howe',
] as const;

const HOUR = 3_600_000;

/** Every half hour for three days around each change of a clock of these zones in 2026 and 2027, in milliseconds. */
export const aroundChanges = [
  '2026-03-08T07:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T06:00:00Z',
  '2027-03-14T07:00:00Z',
  '2027-03-28T01:00:00Z',
  '2027-04-03T15:00:00Z',
  '2027-10-02T15:30:00Z',
  '2027-10-31T01:00:00Z',
  '2027-11-07T06:00:00Z',
].flatMap((change) => Array.from({ length: 144 }, (_, i) => Date.parse(change) + (i - 72) * (HOUR / 2)));
