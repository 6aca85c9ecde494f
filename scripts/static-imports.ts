import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { standIns } from './embed-aliases.mjs';

/** The source files that a file imports before it runs, itself included; types are not imported. */
export function staticImports(file: string, found = new Set<string>()): Set<string> {
  const path = resolve(file);
  if (found.has(path)) return found;
  found.add(path);
  const code = readFileSync(path, 'utf8');
  for (const [, names, from] of code.matchAll(
    /^(?:import|export)\s+(?!type\s)(?:([\w*{}\s,$]+?)\s+from\s+)?['"]([^'"]+)['"]/gm,
  )) {
    // Types among names alone: nothing is left of such an import.
    if (names && /^\{(?:\s*type\s+[\w\s]+,?)*\s*\}$/.test(names)) continue;
    const alias = standIns.find(([name]) => name.test(from!));
    if (alias) staticImports(alias[1], found);
    else if (from!.startsWith('.'))
      staticImports(resolve(dirname(path), from!.replace(/\.js$/, '.ts')), found);
  }
  return found;
}
