import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tasksOf } from '../../../../src/channels/web/tasks/task-list.ts';
import { createFakeApp } from '../../fake-app.ts';
import { sampleDocument } from '../../sample-document.ts';
import { startFakeWeb } from '../fake-web.ts';
import { type RealWeb, startRealWeb } from '../real-web.ts';

let web: RealWeb;

beforeAll(async () => {
  web = await startRealWeb();
});
afterAll(() => web.close());

const tasks = (parameters: Record<string, string> = {}): Promise<string> =>
  web.read(`/tasks?${new URLSearchParams(parameters)}`);

/** Numbers of the tasks listed, in their order. */
const numbersIn = (html: string): number[] =>
  [...html.matchAll(/<tr data-words="[^"]*"><td>(\d+)<\/td>/gu)].map(([, number]) =>
    Number(number),
  );

describe('the real task list', () => {
  test('shows all 66 tasks under their twelve themes, each linked to its place', async () => {
    const html = await web.read('/tasks');
    expect(numbersIn(html)).toEqual(Array.from({ length: 66 }, (_, at) => at + 1));
    expect(html.match(/<section class="task-group"><h2>/gu)).toHaveLength(12);
    const document = await web.read('/documents/zichuan-2023-tasks');
    const links = [
      ...html.matchAll(/<th scope="row"><a class="quiet" href="\/documents\/[^"#]+#([^"]+)"/gu),
    ];
    expect(links).toHaveLength(66);
    for (const [, anchor = ''] of links)
      expect(document).toContain(` id="${decodeURIComponent(anchor)}"`);
  });

  test('says of tasks without a department that they have none', async () => {
    const html = await web.read('/tasks');
    expect(html.match(/原文没有写明由哪个部门负责/gu)).toHaveLength(2);
    expect(numbersIn(await tasks({ q: '完善工作机制' }))).toEqual([65]);
  });

  test('is narrowed by department and what it does', async () => {
    expect(numbersIn(await tasks({ department: '区科技局', role: 'leads' }))).toEqual([1, 2, 3, 6]);
    expect(numbersIn(await tasks({ department: '区科技局', role: 'supports' }))).toEqual([4, 5]);
    expect(numbersIn(await tasks({ department: '区科技局' }))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbersIn(await tasks({ department: '没有的局' }))).toEqual([]);
  });

  test('is narrowed by a role alone, listed by theme or by department', async () => {
    for (const role of ['leads', 'supports'] as const) {
      const listed = tasksOf(web.app).filter((task) => task[role].length > 0);
      expect(numbersIn(await tasks({ role })), role).toEqual(listed.map(({ number }) => number));
      const html = await tasks({ role, by: 'department' });
      expect(numbersIn(html)).toHaveLength(listed.flatMap((task) => task[role]).length);
      expect(html).not.toContain('没有写明部门');
    }
    expect(await tasks({ role: 'supports', by: 'department' })).not.toMatch(/牵头 \d+ 项/u);
  });

  test('is narrowed by theme and words', async () => {
    expect(numbersIn(await tasks({ theme: '十二、切实抓好组织实施' }))).toEqual([65, 66]);
    expect(numbersIn(await tasks({ q: '节水控水攻坚战' }))).toEqual([30]);
    expect(await tasks({ q: '量子' })).toContain('没有合适的任务');
  });

  test('is narrowed by what stands under a task, as the form suggests', async () => {
    const html = await web.read('/tasks');
    const suggested = /placeholder="如：([^"]+)"/u.exec(html)?.[1]?.split('、') ?? [];
    expect(suggested.length).toBeGreaterThan(1);
    for (const word of suggested) {
      const numbers = numbersIn(await tasks({ q: word }));
      expect(numbers, word).not.toEqual([]);
      // What a script narrows by while one types.
      const rows = html.matchAll(/<tr data-words="([^"]*)"><td>(\d+)<\/td>/gu);
      const typed = [...rows].filter(([, words]) => words?.includes(word));
      expect(
        typed.map(([, , number]) => Number(number)),
        word,
      ).toEqual(numbers);
    }
  });

  test('by department lists every task with each of its departments, and those with none', async () => {
    const listed = numbersIn(await tasks({ by: 'department' }));
    const expected = tasksOf(web.app).reduce(
      (sum, { leads, supports }) => sum + Math.max(1, leads.length + supports.length),
      0,
    );
    expect(listed).toHaveLength(expected);
    expect(new Set(listed).size).toBe(66);
  });

  test('counts what each department leads and supports', async () => {
    const html = await web.read('/tasks');
    expect(html).toMatch(/区科技局<\/a><\/th><td>4<\/td><td>2<\/td>/u);
  });

  test('of one department says so in its title', async () => {
    expect(await tasks({ department: '区科技局' })).toContain(
      '<title>区科技局的任务 · 有据</title>',
    );
  });
});

test('documents without tasks have none to show; markup stays text', async () => {
  const evil = '<script>alert(1)</script>';
  const fakeApp = createFakeApp();
  const none = await startFakeWeb(fakeApp);
  expect(await none.read('/tasks')).toContain('没有合适的任务');
  await none.close();

  const task = {
    documentId: 'sample-14fyp',
    number: 1,
    title: evil,
    leads: [evil],
    supports: ['"'],
    lines: [1, 1] as const,
    passageId: 'jobs',
  };
  const fake = await startFakeWeb({
    ...fakeApp,
    document: () => ({ ...sampleDocument, responsibilities: [task] }),
  });
  for (const path of ['/tasks', `/tasks?by=department&department=${encodeURIComponent(evil)}`]) {
    const html = await fake.read(path);
    expect(html).toContain('&lt;script>alert');
    expect(html).not.toContain('<script>alert');
  }
  await fake.close();
});
