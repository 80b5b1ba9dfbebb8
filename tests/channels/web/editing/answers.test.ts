import { expect, test } from 'vitest';
import type { App, Editor, EditorWriting } from '../../../../src/app.ts';
import { YoujuError } from '../../../../src/errors.ts';
import { Secret } from '../../../../src/secret.ts';
import { createFakeApp } from '../../fake-app.ts';
import { startFakeWeb } from '../fake-web.ts';

const PASSWORD = 'only-editors-know';
/** Its pages are not asked for here. */
const NO_EDITOR = {} as Editor;

function appOf(approve: (writing: EditorWriting) => void): App {
  const fake = createFakeApp();
  return {
    ...fake,
    approve: (writing, who) => {
      approve(writing);
      return fake.approve(writing, who);
    },
    report: () => ({
      ...{ sinceMs: 0, asked: 7, answered: 4 },
      unanswered: [{ question: '<b>甲</b>？', documentIds: [], count: 2, lastMs: 0 }],
      wrong: [
        {
          ...{ question: null, documentIds: ['sample-14fyp'], count: 1, lastMs: 0 },
          ...{ reasons: { 数字错: 1 }, comments: ['<i>不对</i>'] },
        },
      ],
    }),
  };
}

async function open(app: App) {
  const web = await startFakeWeb(app, { editorPassword: new Secret(PASSWORD) }, NO_EDITOR);
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    web.get(path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams(fields),
    });
  const signedIn = await post('/edit/sign-in', { password: PASSWORD, next: '/edit' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const read = async (path: string) => (await web.get(path, { headers: { cookie } })).text();
  return {
    web,
    cookie,
    read,
    post: (path: string, fields: Record<string, string>) => post(path, fields, cookie),
  };
}

const FIELDS = { questions: '甲？\r\n乙？', text: '一句。', sources: 'http://x/documents/a#p-1' };

test('an editor sees what was not found, writes the answer to it, and nobody else does', async () => {
  const written: EditorWriting[] = [];
  const { web, read, post } = await open(appOf((writing) => void written.push(writing)));
  expect((await web.get('/edit/answers', { redirect: 'manual' })).status).toBe(303);
  const page = await read('/edit/answers?q=甲？');
  for (const told of ['问了 7 次', '&lt;b>甲&lt;/b>？', '涉及样例区“十四五”规划', '数字错 1 次'])
    expect(page.replaceAll('&gt;', '>')).toContain(told);
  expect(page).not.toContain('<i>不对');
  const saved = await post('/edit/answers', FIELDS);
  expect(saved.headers.get('location')).toBe('/edit/answers#approved');
  expect(written).toEqual([
    { questions: ['甲？', '乙？'], text: '一句。', sources: [FIELDS.sources] },
  ]);
  await web.close();
});

test('what is not proven is told, and what was written stands still there', async () => {
  const { web, post } = await open(
    appOf(() => {
      throw new YoujuError('INPUT_INVALID', '这句话没有得到证明。');
    }),
  );
  const refused = await post('/edit/answers', FIELDS);
  expect(refused.status).toBe(400);
  const page = await refused.text();
  expect(page).toContain('这句话没有得到证明。');
  expect(page).toContain('一句。');
  await web.close();
});
