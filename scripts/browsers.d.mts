export const chromeArgs: string[];
export function findChrome(): string | null;
export function findFirefox(): string | null;
export function findWebKit(): { driver: string; display: string; browser: string } | null;
export function ensureBrowsers(): {
  chrome: string;
  firefox: string | null;
  webkit: ReturnType<typeof findWebKit>;
};
