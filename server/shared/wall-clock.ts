import { instantOf as computeInstant, withOffset as computeOffset } from '../../src/contract/time-zone.js';

/** Remember computed times: sessions are read far more often than they change. */
const MAX_KNOWN = 5_000;

function remembered<T>(compute: (wall: string, zone: string) => T): (wall: string, zone: string) => T {
  const known = new Map<string, T>();
  return (wall, zone) => {
    const key = `${wall} ${zone}`;
    let result = known.get(key);
    if (result === undefined) {
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, (result = compute(wall, zone)));
    }
    return result;
  };
}

/** The instant at which a clock of a zone shows `wall`, in milliseconds. */
export const instantOf = remembered(computeInstant);
/** The wall clock with its offset: `2026-12-03T12:30:00+01:00`. */
export const withOffset = remembered(computeOffset);
