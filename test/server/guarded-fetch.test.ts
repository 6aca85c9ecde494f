import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createGuardedFetch, FetchRefused, isPublicAddress } from '../../server/shared/guarded-fetch.js';

const guarded = createGuardedFetch(false, 'test');
const local = createGuardedFetch(true, 'test');
const refusal = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return (error as FetchRefused).reason;
  }
  return 'none';
};

describe('addresses that are read for people', () => {
  it('are never of this machine or its network, in any notation', async () => {
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '127.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '10.1.2.3',
      '192.168.0.1',
      '172.31.255.255',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '[fe80::1]',
      '[fd00::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '224.0.0.1',
    ])
      assert.equal(await refusal(guarded(`http://${host}/`)), 'private', host);
    assert.equal(await refusal(guarded('http://localhost/')), 'private');
    for (const address of [
      'ftp://example.org/',
      'file:///etc/passwd',
      'http://example.org:8080/',
      'http://a:b@example.org/',
      'x',
    ])
      assert.equal(await refusal(guarded(address)), 'address', address);
    for (const address of ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '172.32.0.1'])
      assert.ok(isPublicAddress(address), address);
  });
});

describe('what is read', () => {
  let server: Server;
  let url: string;
  before(async () => {
    server = createServer((request, response) => {
      // An answer that changes the protocol is none.
      if (request.url === '/101') {
        request.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
        return;
      }
      const path = request.url ?? '';
      if (path.startsWith('/hop/')) {
        const left = Number(path.slice(5));
        response.writeHead(302, { Location: left ? `/hop/${left - 1}` : '/text' }).end();
      } else if (path === '/away') response.writeHead(301, { Location: 'file:///etc/passwd' }).end();
      else if (path === '/bomb')
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)));
      else if (path === '/slow') {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(drip));
      } else if (path === '/nowhere') response.writeHead(302, { Location: 'http://[' }).end();
      else if (path === '/coded') response.writeHead(200, { 'Content-Encoding': 'constructor' }).end('x');
      else if (path === '/xml')
        response
          .writeHead(200, { 'Content-Type': 'text/xml' })
          .end(
            Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>'), Buffer.from([0xe9])]),
          );
      else if (path === '/latin')
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=windows-1252' })
          .end(Buffer.from([0xe9]));
      else if (path === '/garbage') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip');
      else response.end('text');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('follows three redirects and no more, and each is judged', async () => {
    assert.equal((await local(`${url}/hop/2`)).text, 'text');
    assert.equal(await refusal(local(`${url}/hop/3`)), 'redirects');
    assert.equal(await refusal(local(`${url}/away`)), 'address');
    assert.equal(await refusal(local(`${url}/nowhere`)), 'address');
    assert.equal(await refusal(local(`${url}/coded`)), 'unreachable');
    assert.equal(await refusal(local(`${url}/101`)), 'unreachable');
  });

  it('is bounded in time and size, also when it is packed', async () => {
    assert.equal(await refusal(local(`${url}/bomb`)), 'too-large');
    assert.equal(await refusal(local(`${url}/slow`, { timeout: 300 })), 'timeout');
    assert.equal(await refusal(local(`${url}/garbage`)), 'unreachable');
    assert.equal(await refusal(local('http://127.0.0.1:1/')), 'unreachable');
  });

  it('is decoded as its header says', async () => {
    assert.equal((await local(`${url}/latin`)).text, 'é');
    assert.match((await local(`${url}/xml`)).text, /é$/);
  });
});
