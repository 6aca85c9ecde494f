/** For cases that take seconds or need the build: `npm test` runs them (LONG=on), `npm run test:unit` says that it skips them. */
const isLong = process.env['LONG'] === 'on';
export const long = isLong ? {} : { skip: 'long: “npm test” runs it' };

/** Random cases of a property: a fifth of them while one works. */
export const fullRuns = (count: number): number => (isLong ? count : count / 5);
