import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder on a port of its own, and others under the paths that are named, such as `/v1/`. */
export async function serveFolder(folder: string, others: Readonly<Record<string, string>> = {}) {
  const fileOf = (path: string): string => {
    const [prefix, other] = Object.entries(others).find(([start]) => path.startsWith(start)) ?? ['', folder];
    return join(other, path.slice(prefix.length));
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0]!));
    try {
      const body = readFileSync(fileOf(path));
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
