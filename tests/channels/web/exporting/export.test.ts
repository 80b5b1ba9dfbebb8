import { afterAll, beforeAll, expect, test } from 'vitest';
import { toExported } from '../../../../src/channels/web/exporting/exported-answer.ts';
import { sampleAnswer } from '../../fake-app.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

let web: FakeWeb;
beforeAll(async () => {
  web = await startFakeWeb();
});
afterAll(() => web.close());

const isWord = async (response: Response): Promise<boolean> =>
  Buffer.from(await response.arrayBuffer())
    .subarray(0, 2)
    .toString() === 'PK';

const sendHistory = (answers: unknown): Promise<Response> =>
  web.get('/export/history', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ answers }),
  });

test('an answer goes along as a Word file named after its question', async () => {
  const response = await web.get('/export', {
    method: 'POST',
    body: new URLSearchParams({ q: '城镇化率' }),
  });
  expect(response.headers.get('content-disposition')).toContain('.docx');
  expect(await isWord(response)).toBe(true);
});

test('what a device remembers goes into one file, as it was given', async () => {
  const response = await sendHistory([toExported(sampleAnswer()), toExported(sampleAnswer())]);
  expect(response.status).toBe(200);
  expect(await isWord(response)).toBe(true);
});

test('anything else is turned down politely', async () => {
  const evil = { ...toExported(sampleAnswer()), nearest: [{ url: 'javascript:alert(1)' }] };
  for (const answers of [[], 'x', [{ question: '甲' }], [evil]]) {
    const response = await sendHistory(answers);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('没有可以导出的记录');
  }
});
