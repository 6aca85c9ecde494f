export const MARK: string;
export function encode(html: string): string;
