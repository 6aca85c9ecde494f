export const standIns: [RegExp, string][];
export function embedAliases(root: string): { find: RegExp; replacement: string }[];
