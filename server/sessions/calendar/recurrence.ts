import ICAL from 'ical.js';
import { WallClock as WallClockText } from '../../../src/contract/index.js';
import type { WallClock } from '../../../src/contract/time-zone.js';

/** A recurrence rule that cannot be followed; the message tells its author why. */
export class RuleError extends Error {
  override name = 'RuleError';
}

const MAX_DATES = 200;
const MAX_YEARS = 10;

const days = 'MO|TU|WE|TH|FR|SA|SU';
const listOf = (one: string) => new RegExp(`^(?:${one})(?:,(?:${one}))*$`);
/** What each part of a rule may say; others are refused rather than passed over. */
const parts: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,2}$/,
  /** A day, which is one of them, or a time of the same wall clock. */
  UNTIL: /^\d{8}(?:T\d{6})?$/,
  WKST: new RegExp(`^(?:${days})$`),
  BYDAY: listOf(`(?:[+]?[1-5]|-[1-5])?(?:${days})`),
  BYMONTH: listOf('[1-9]|1[0-2]'),
  // Days that every month has, so that no month is passed over.
  BYMONTHDAY: listOf('-?(?:[1-9]|1\\d|2[0-8])'),
};

/**
 * The dates of a recurrence rule (RFC 5545, section 3.3.10) on a wall clock, the first being `start`: no zone has a say,
 * so that a series stays at its hour whatever the law does to summer time. Takes rules that repeat by days, weeks or
 * months, with an end, for at most 200 dates in ten years.
 */
export function occurrences(rule: string, start: WallClock): WallClock[] {
  const said = partsOf(rule);
  const { COUNT, UNTIL } = said;
  if (UNTIL && !isMoment(UNTIL)) throw new RuleError(`UNTIL=${UNTIL} is no day.`);
  const last = `${Number(start.slice(0, 4)) + MAX_YEARS}${start.slice(4)}`;
  const found: WallClock[] = [];
  for (const date of expand(said, start)) {
    if (found.length === MAX_DATES) throw new RuleError(`A series has ${MAX_DATES} dates at most.`);
    if (date > last)
      throw new RuleError(
        found.length
          ? `A series lasts ${MAX_YEARS} years at most.`
          : `The series must start on a date of its rule: ${start} is none.`,
      );
    if (!isInMonth(date, start, said)) continue;
    found.push(date);
    if (found[0] !== start)
      throw new RuleError(`The series must start on a date of its rule: ${start} is none, ${date} is.`);
    if (found.length === Number(COUNT)) break;
  }
  if (!found.length) throw new RuleError(`The rule ends before its first date, ${start}: UNTIL=${UNTIL}.`);
  return found;
}

/** Whether the month of a date is one of the rule: every so many months from the first one, and among those it names. */
function isInMonth(date: WallClock, start: WallClock, said: Record<string, string>): boolean {
  if (said['FREQ'] !== 'MONTHLY') return true;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const apart = (year - Number(start.slice(0, 4))) * 12 + month - Number(start.slice(5, 7));
  const named = said['BYMONTH']?.split(',').map(Number);
  return apart % Number(said['INTERVAL'] ?? 1) === 0 && (!named || named.includes(month));
}

/**
 * The dates of a rule as if it had no `COUNT` and left out no month: the iterator loses count where months are left out,
 * and never comes back where those that are left have no such day, a fifth Monday of February for one.
 */
function* expand(said: Record<string, string>, start: WallClock): Generator<WallClock> {
  const rule = Object.entries(said)
    .filter(
      ([name]) =>
        name !== 'COUNT' && name !== 'BYMONTH' && !(name === 'INTERVAL' && said['FREQ'] === 'MONTHLY'),
    )
    .map(([name, value]) => `${name}=${value}${name === 'UNTIL' && value.length === 8 ? 'T235959' : ''}`);
  const iterator = ICAL.Recur.fromString(rule.join(';')).iterator(ICAL.Time.fromDateTimeString(start));
  for (let date = iterator.next(); date; date = iterator.next()) yield date.toString();
}

/** Whether “20261208” or “20261208T123000” exists. */
function isMoment(text: string): boolean {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(....)(..)(..)(?:T(..)(..)(..))?$/.exec(text) ?? [];
  return WallClockText.safeParse(`${year}-${month}-${day}T${hour}:${minute}:${second}`).success;
}

/** The parts of a rule that has a meaning, by their names. */
function partsOf(rule: string): Record<string, string> {
  const said: Record<string, string> = {};
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    if (!Object.hasOwn(parts, name) || !parts[name]!.test(value))
      throw new RuleError(`“${part}” cannot be used in the rule of a series.`);
    if (name in said) throw new RuleError(`The rule says ${name} twice.`);
    said[name] = value;
  }
  if (!said['FREQ']) throw new RuleError('The rule must say FREQ: DAILY, WEEKLY or MONTHLY.');
  if (!said['COUNT'] === !said['UNTIL'])
    throw new RuleError('The rule must say either COUNT, how many dates, or UNTIL, the last day.');
  const isMonthly = said['FREQ'] === 'MONTHLY';
  const isOnDays = said['BYDAY'] !== undefined;
  if (said['BYMONTHDAY'] && (!isMonthly || isOnDays))
    throw new RuleError('BYMONTHDAY goes with FREQ=MONTHLY, without BYDAY.');
  if (isOnDays && said['FREQ'] === 'DAILY') throw new RuleError('BYDAY goes with FREQ=WEEKLY or MONTHLY.');
  if (isOnDays && !isMonthly && /\d/.test(said['BYDAY']!))
    throw new RuleError('A number before a day, such as 2TU, goes with FREQ=MONTHLY.');
  if (said['BYMONTH'] && !isMonthly) throw new RuleError('BYMONTH goes with FREQ=MONTHLY.');
  return said;
}
