/** The nearest level from 2 to 6; 3 for anything that is not a number. The title of a page is never ours. */
export const headingLevelOf = (asked: number): number => Math.min(6, Math.max(2, Math.round(asked) || 3));
