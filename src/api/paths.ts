/**
 * Requests, as paths under `/v1/`. Apart from the readers: the loader sends an element's first request before the code
 * that reads the answer is there.
 */

/** Filters by their name in the address; empty ones are left out. */
export type PathFilters = readonly (readonly [name: string, value: string])[];

const filtered = (noun: string, filters: PathFilters): string =>
  `${noun}?${new URLSearchParams(filters.filter(([, value]) => value) as [string, string][]).toString()}`;

export const communitiesPath = 'communities';
export const communityPath = (slug: string): string => `communities/${encodeURIComponent(slug)}`;
export const sessionsPath = (filters: PathFilters): string => filtered('sessions', filters);
export const resourcesPath = (filters: PathFilters): string => filtered('resources', filters);

const formPath = (name: string, language: string): string =>
  `forms/${name}?lang=${encodeURIComponent(language)}`;

export const joinFormPath = (community: string, language: string): string =>
  formPath(`join:${encodeURIComponent(community)}`, language);
export const registrationFormPath = (session: string, language: string): string =>
  formPath(`register:${encodeURIComponent(session)}`, language);
export const proposalFormPath = (language: string): string => formPath('proposal', language);
