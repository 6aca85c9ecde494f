export function embedAliases(root: string): { find: RegExp; replacement: string }[];
