import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeApp } from '../../fake-app.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

const app = createFakeApp();
let web: FakeWeb;

beforeAll(async () => {
  web = await startFakeWeb(app);
});
afterAll(() => web.close());

const give = (fields: readonly (readonly [string, string])[], headers: HeadersInit = {}) =>
  web.get('/feedback', {
    method: 'POST',
    headers: { origin: web.address, ...headers },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });

test('an answer that helped is kept under its id, with nobody’s name', async () => {
  const answer = randomUUID();
  const response = await give([
    ['answer', answer],
    ['helpful', 'yes'],
    ['comment', 'left over from a form'],
    ['back', '/?q=甲'],
  ]);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('href="/?q=甲"');
  expect(app.given.at(-1)).toEqual({
    answerId: answer,
    author: null,
    isHelpful: true,
    reasons: [],
    comment: null,
  });
});

test('one that did not is kept with the reasons chosen', async () => {
  await give([
    ['answer', randomUUID()],
    ['helpful', 'no'],
    ['reason', '数字错'],
    ['reason', '引用错'],
    ['comment', ' 应是80% '],
  ]);
  expect(app.given.at(-1)).toMatchObject({
    isHelpful: false,
    reasons: ['数字错', '引用错'],
    comment: '应是80%',
  });
});

test.each([
  ['no answer', [['helpful', 'yes']]],
  [
    'a made-up id',
    [
      ['answer', '1'],
      ['helpful', 'yes'],
    ],
  ],
  ['no verdict', [['answer', randomUUID()]]],
  [
    'an unknown reason',
    [
      ['answer', randomUUID()],
      ['helpful', 'no'],
      ['reason', '<script>'],
    ],
  ],
  [
    'a long comment',
    [
      ['answer', randomUUID()],
      ['helpful', 'no'],
      ['comment', '长'.repeat(501)],
    ],
  ],
] as const)('%s is turned down', async (_what, fields) => {
  const before = app.given.length;
  const response = await give(fields);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('没有收到');
  expect(app.given).toHaveLength(before);
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'it never leads back to %s',
  async (back) => {
    const response = await give([
      ['answer', randomUUID()],
      ['helpful', 'yes'],
      ['back', back],
    ]);
    expect(await response.text()).not.toContain('evil');
  },
);

test.each<[string, HeadersInit]>([
  ['another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['what a browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
])('from %s nothing is taken', async (_what, headers) => {
  const before = app.given.length;
  const response = await give(
    [
      ['answer', randomUUID()],
      ['helpful', 'yes'],
    ],
    headers,
  );
  expect(response.status).toBe(403);
  expect(app.given).toHaveLength(before);
});

test('more than a form can hold is refused', async () => {
  const response = await give([['comment', 'x'.repeat(20_000)]]);
  expect(response.status).toBe(413);
});
