/** How far the clock of this device is behind the server's, in milliseconds; 0 while it is about right. */
let behind = 0;

/** Hours by which a clock may be wrong before it matters: the day is right then. */
const TOLERANCE = 12 * 3_600_000;

/** Now, in milliseconds since 1970: by the server's clock where that of the device is wrong by days (F52). */
export const now = (): number => Date.now() + behind;

/**
 * Compares the device's clock with the date of an answer (RFC 9110, section 6.6.1). An earlier date says nothing: the answer
 * may have lain in a cache.
 */
export function noteServerDate(date: string | null): void {
  const far = Date.parse(date ?? '') - Date.now();
  if (Number.isNaN(far)) return;
  behind = far > TOLERANCE ? far : 0;
}
