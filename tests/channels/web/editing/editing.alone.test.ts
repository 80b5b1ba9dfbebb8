import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, createApp, type Editor, ingest, openEditor } from '../../../../src/app.ts';
import { loadConfig } from '../../../../src/config.ts';
import { createLogger } from '../../../../src/log.ts';
import { Secret } from '../../../../src/secret.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

const PASSWORD = 'only-editors-know';
const REPORT = '湖南省长沙市2025年政府工作报告\n\n一、修路\n\n新建公路12公里。\n';
const LATER = '湖南省长沙市2025年政府工作报告\n\n一、修路\n\n新建公路15公里。\n';

let root: string;
let seeds: string;
let app: App;
let editor: Editor;
let web: FakeWeb;
let cookie: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'youju-editing-'));
  seeds = mkdtempSync(join(root, 'seeds-'));
  writeFileSync(join(seeds, 'other.txt'), REPORT.replaceAll('长沙', '株洲'));
  const config = loadConfig({
    YOUJU_LOG_LEVEL: 'silent',
    YOUJU_SEEDS_DIR: seeds,
    YOUJU_INDEX_DIR: join(root, 'index'),
    YOUJU_STATE_DIR: join(root, 'state'),
  });
  await ingest(config);
  app = await createApp(config);
  editor = openEditor(config, createLogger('silent'));
  web = await startFakeWeb(app, { editorPassword: new Secret(PASSWORD) }, editor);
  const signedIn = await post('/edit/sign-in', { password: PASSWORD, next: '/edit' });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterEach(async () => {
  await editor.settled();
  await web.close();
  await app.close();
  rmSync(root, { recursive: true });
});

const post = (path: string, fields: Record<string, string>) =>
  web.get(path, {
    method: 'POST',
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
    body: new URLSearchParams(fields),
  });

function upload(files: Readonly<Record<string, string>>, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text]), name);
  return web.get('/edit/upload', {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: form,
  });
}

const read = async (path: string) => (await web.get(path, { headers: { cookie } })).text();
const tokens = (html: string) =>
  [...html.matchAll(/\/edit\/staged\/([\w-]+)\/discard/gu)].map(([, token = '']) => token);
const seenIn = (html: string) => /name="seen" value="([^"]+)"/u.exec(html)?.[1] ?? '';
const FIELDS = {
  title: '湖南省长沙市2025年政府工作报告',
  region: '长沙市',
  period: '2025',
  sourceUrl: '',
};
const audit = () =>
  readFileSync(join(root, 'state', 'edits.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('files are read and shown, set right by hand, confirmed, and listed', async () => {
  expect((await upload({ '长沙 报告.txt': REPORT, '空.docx': '' })).status).toBe(303);
  const page = await read('/edit');
  expect(page).toContain('湖南省长沙市2025年政府工作报告</h3>');
  expect(page).toMatch(/一、修路/u);
  expect(page).toMatch(/空\.docx.*文件是空的/su);
  expect(readdirSync(seeds)).toEqual(['other.txt']);
  const [token = ''] = tokens(page).filter((each) => page.includes(`/edit/staged/${each}/add`));
  const source = 'https://www.changsha.gov.cn/report';
  const added = await post(`/edit/staged/${token}/add`, {
    ...FIELDS,
    region: '长沙',
    sourceUrl: source,
  });
  expect(added.status).toBe(303);
  await editor.settled();
  await app.search('公路');
  const info = app.documents().find(({ file }) => file === '长沙 报告.txt');
  expect(info).toMatchObject({ region: '长沙', sourceUrl: source });
  expect(await read('/edit')).toContain('索引已更新，现有 2 份文件');
  expect(audit()).toMatchObject([{ who: 'web:editor', action: 'add', file: '长沙 报告.txt' }]);
});

test('a replacement is shown with what it changes before it is made, and keeps the document’s id', async () => {
  await upload({ '改名后.txt': LATER.replaceAll('长沙', '株洲') }, { replaces: 'other.txt' });
  const page = await read('/edit');
  const [token = ''] = tokens(page);
  expect(page).toContain('将代替现有的');
  expect(await read(`/edit/staged/${token}/changes`)).toMatch(/<del>12<\/del><ins>15<\/ins>/u);
  await post(`/edit/staged/${token}/add`, {
    ...FIELDS,
    title: '湖南省株洲市2025年政府工作报告',
    replaces: 'other.txt',
    seen: seenIn(page),
  });
  await editor.settled();
  await app.search('公路');
  expect(app.documents().map(({ id, file }) => [id, file])).toEqual([['other', '改名后.txt']]);
  expect(readdirSync(join(root, 'state', 'removed'))).toHaveLength(1);
});

test('of two editors the second is told that the first has changed the document', async () => {
  const page = await read('/edit/files/other.txt');
  const fields = { ...FIELDS, title: '第一位的标题', seen: seenIn(page) };
  expect((await post('/edit/files/other.txt/correct', fields)).status).toBe(303);
  const second = await post('/edit/files/other.txt/correct', { ...fields, title: '第二位的标题' });
  expect(second.status).toBe(409);
  expect(await second.text()).toContain('刚被别人改动');
  await editor.settled();
  await app.search('公路');
  expect(app.documents()[0]?.title).toBe('第一位的标题');
});

test('the last document cannot be removed, another can', async () => {
  const seen = seenIn(await read('/edit/files/other.txt'));
  expect((await post('/edit/files/other.txt/remove', { seen })).status).toBe(400);
  writeFileSync(join(seeds, 'second.txt'), REPORT);
  expect((await post('/edit/files/other.txt/remove', { seen })).status).toBe(303);
  await editor.settled();
  await app.search('公路');
  expect(app.documents().map(({ id }) => id)).toEqual(['second']);
});

test('nobody gets in without the password, from another site, or where editing is off', async () => {
  expect((await web.get('/edit', { redirect: 'manual' })).headers.get('location')).toBe(
    '/edit/sign-in?next=%2Fedit',
  );
  const foreign = await web.get('/edit/files/other.txt/remove', {
    method: 'POST',
    headers: { cookie, origin: 'https://evil.test' },
    body: new URLSearchParams({ seen: 'x' }),
  });
  expect(foreign.status).toBe(403);
  const closed = await startFakeWeb(app, {}, editor);
  expect((await closed.get('/edit')).status).toBe(404);
  expect(await closed.read('/compare')).not.toContain('加入文件');
  await closed.close();
});

test('a proxy says who edits, by name or by group', async () => {
  const proxied = await startFakeWeb(
    app,
    { authHeader: 'x-user', groupsHeader: 'x-groups', editors: ['wang', 'group:规划处'] },
    editor,
  );
  const status = async (headers: Record<string, string>) =>
    (await proxied.get('/edit', { headers })).status;
  expect(await status({ 'x-user': 'li' })).toBe(403);
  expect(await status({ 'x-user': 'wang' })).toBe(200);
  const group = Buffer.from('财政处,规划处').toString('latin1');
  expect(await status({ 'x-user': 'li', 'x-groups': group })).toBe(200);
  expect(await status({})).toBe(401);
  await proxied.close();
});

test('scripts in titles and names stay text, and no name leads out of the folder', async () => {
  const title = '甲市2025年<script>alert(1)</script>工作要点';
  await upload({ '../../<img src=x>.txt': `${title}\n\n一、修路\n\n修路12公里。\n` });
  await upload({ 'words.txt': REPORT });
  const page = await read('/edit');
  expect(page).not.toMatch(/<script>alert|<img/u);
  expect(page).toContain('文件-words.txt');
  expect(readdirSync(root).sort()).not.toContain('<img src=x>.txt');
});

test('an upload that is cut off, too large or no upload at all leaves nothing behind', async () => {
  expect(
    (await web.get('/edit/upload', { method: 'POST', headers: { cookie }, body: 'x' })).status,
  ).toBe(400);
  const huge = await raw({ 'content-length': String(2 ** 40) }, '');
  expect(huge).toBe(413);
  const start =
    '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n半个文件';
  expect(await raw({}, start)).toBe(400);
  expect(await read('/edit')).not.toContain('a.txt');
});

/** Posts so much of a form and gives the status. */
function raw(headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${web.address}/edit/upload`,
      {
        method: 'POST',
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=b', ...headers },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    if ('content-length' in headers) sent.write('--b');
    else sent.end(body);
  });
}
