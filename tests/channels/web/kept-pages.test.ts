import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { createFakeApp } from '../fake-app.ts';
import { type FakeWeb, startFakeWeb } from './fake-web.ts';
import { fetchRaw } from './raw-request.ts';

let web: FakeWeb;
afterEach(() => web.close());

const PATH = '/documents/sample-14fyp';

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
  ['identity', (body: Buffer) => body],
] as const)('a document is the same in %s', async (encoding, decode) => {
  web = await startFakeWeb();
  const plain = await web.read(PATH);
  const { headers, body } = await fetchRaw(web.address, PATH, { 'accept-encoding': encoding });
  expect(headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
  expect(headers.vary).toContain('Accept-Encoding');
  expect(Buffer.from(decode(body)).toString()).toBe(plain);
  if (encoding !== 'identity') expect(body.length).toBeLessThan(plain.length / 2);
});

test('it is rendered once a generation, and a new index shows at once', async () => {
  const app = createFakeApp();
  let generation = 'g1';
  const document = vi.fn(app.document);
  web = await startFakeWeb({ ...app, document, generation: () => generation });
  const first = await web.get(PATH);
  await web.get(PATH);
  expect(document).toHaveBeenCalledTimes(1);

  const { document: plan, ...rest } = app.document('sample-14fyp');
  const title = '修订后的规划';
  document.mockReturnValue({ ...rest, document: { ...plan, info: { ...plan.info, title } } });
  generation = 'g2';
  const second = await web.get(PATH);
  expect(await second.text()).toContain(title);
  expect(second.headers.get('etag')).not.toBe(first.headers.get('etag'));
});

test('who has it is told that nothing has changed, whatever it was compressed with', async () => {
  web = await startFakeWeb();
  const { headers } = await fetchRaw(web.address, PATH, { 'accept-encoding': 'br' });
  const etag = headers.etag ?? '';
  for (const encoding of ['br', 'gzip', 'identity']) {
    const again = { 'accept-encoding': encoding, 'if-none-match': etag };
    expect((await fetchRaw(web.address, PATH, again)).status).toBe(304);
  }
});

test('pages that nobody keeps are compressed too', async () => {
  web = await startFakeWeb();
  const { headers } = await fetchRaw(web.address, `/?q=${encodeURIComponent('甲')}`, {
    'accept-encoding': 'gzip',
  });
  expect(headers['content-encoding']).toBe('gzip');
});
