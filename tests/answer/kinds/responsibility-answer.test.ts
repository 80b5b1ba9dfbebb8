import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from '../real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

const numbersSaid = (text: string): number[] =>
  [...text.matchAll(/第(\d+)项/gu)].map(([, number]) => Number(number));

describe('who does a task', () => {
  test.each([
    ['淄川2023年修路修铁路谁牵头，配合的是哪几家？', 20, ['区交通运输局', '区规划办', '区住建局']],
    [
      '安全生产和防汛防震应急，淄川2023年哪个部门挑头？谁配合？',
      undefined,
      ['区应急局', '区安委会'],
    ],
    ['夜市、晚上出来花钱这块，2023年淄川归哪个局管？', undefined, ['区发改局']],
    ['赖账不还、躲债这种事，淄川2023年打算怎么防，谁牵头？', undefined, ['逃废债', '区发改局']],
    ['任务17谁负责', 17, ['区发改局', '区财政局']],
    ['第20项任务谁牵头', 20, ['区交通运输局']],
  ])('%s', async (question, number, said) => {
    const answer = await real.ask(question);
    expect(answer.kind).toBe('responsibility');
    for (const words of said) expect(answer.answer).toContain(words);
    if (number !== undefined) expect(numbersSaid(answer.answer)).toEqual([number]);
  });

  test('every numbered task names its leaders, or that it names nobody', async () => {
    const wrong: string[] = [];
    for (const { number, leads } of real.index.responsibilities) {
      const { answer } = await real.ask(`2023年任务${number}谁负责`);
      const isSaid =
        leads.length > 0 ? leads.every((name) => answer.includes(name)) : answer.includes('没有');
      if (!isSaid || numbersSaid(answer).join() !== String(number)) wrong.push(answer);
    }
    expect(real.index.responsibilities).toHaveLength(66);
    expect(wrong).toEqual([]);
  });

  test('a task is known by its whole title', async () => {
    const wrong: string[] = [];
    for (const { number, title } of real.index.responsibilities) {
      const { answer } = await real.ask(`“${title}”由哪个部门牵头`);
      if (numbersSaid(answer).join() !== String(number))
        wrong.push(`${number} ${title}: ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['哪个部门负责夜间经济', '区发改局'],
    ['淄川2023年修路谁负责', '区交通运输局'],
  ])('the task is the one that speaks of the thing: %s', async (question, leader) => {
    expect((await real.ask(question)).answer).toContain(leader);
  });
});

describe('what a department does', () => {
  test('区商务局: all it leads or answers for, and no more', async () => {
    const { answer, claims } = await real.ask('区商务局2023年牵头或者负责的任务有哪些？');
    expect(numbersSaid(answer)).toEqual([18, 46, 47]);
    expect(claims).toHaveLength(3);
    expect(answer).toContain('共三项');
  });

  test('every leader gets every task it leads, in order, and none it does not', async () => {
    const tasks = real.index.responsibilities;
    const names = [...new Set(tasks.flatMap(({ leads }) => leads))];
    const wrong: string[] = [];
    for (const name of names) {
      const { answer, notes } = await real.ask(`${name}牵头哪些任务`);
      const led = tasks.filter(({ leads }) => leads.includes(name)).map(({ number }) => number);
      if (numbersSaid(answer).join() !== led.join() || notes.length > 0)
        wrong.push(`${name}: ${led.join()} ⇒ ${numbersSaid(answer).join()}`);
    }
    expect(names.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('asked for support too, both roles are told apart', async () => {
    const { answer } = await real.ask('区委组织部配合哪些任务');
    const roles = answer.split('\n').filter((line) => line.includes('配合'));
    expect(numbersSaid(roles.join())).toEqual([40, 49, 55]);
    expect(answer).toMatch(/第4项[^\n]*（牵头）/u);
  });
});

describe('tasks that name nobody', () => {
  test('are just these, and the answer does not invent anybody', async () => {
    const { answer } = await real.ask('2023年淄川66项任务里，哪些没写责任单位？');
    expect(numbersSaid(answer)).toEqual([65, 66]);
    expect(answer).toContain('完善工作机制');
    expect(answer).toContain('强化政策支持');
  });

  test('asked who leads one of them, the answer says nobody', async () => {
    const { answer } = await real.ask('第65项任务谁牵头');
    expect(answer).toContain('没有写责任单位');
    expect(answer).not.toMatch(/局牵头|部牵头/u);
  });
});
