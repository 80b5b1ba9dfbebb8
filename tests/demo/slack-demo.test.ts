import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { buildRealIndex, REAL_SEEDS_DIR } from '../real-index.ts';

/** The program as its npm script runs it, with a folder of its own for what is temporary. */
async function runDemo(temporary: string) {
  const demo = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'slack-demo.ts')],
    {
      env: {
        ...process.env,
        TMPDIR: temporary,
        YOUJU_INDEX_DIR: await buildRealIndex(),
        YOUJU_SEEDS_DIR: REAL_SEEDS_DIR,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [stdout, stderr, [status]] = await Promise.all([
    text(demo.stdout),
    text(demo.stderr),
    once(demo, 'exit'),
  ]);
  return { stdout, stderr, status };
}

/** In the order in which people see them. */
const SEEN = [
  '林晓：@有据 淄川区2025年常住人口城镇化率的目标是多少？',
  '75%',
  '那周村呢？',
  '80%',
  '（只有 赵敏 看得到）有据：',
  '@赵敏 分享了有据的回答',
  '［查计划依据］',
  '文件中没有找到答案。现有文件里没有专门讲张店区的，只有淄博市的。',
  '【弹窗 查看原文】',
  '（林晓 按下［下一段］）',
  '【弹窗 查看原文】',
  '【弹窗 哪里没答好】',
  '【主页】',
  '反馈：有帮助 0 次，没帮助 1 次',
  'https://youju.example.com/documents/zichuan-14fyp#p-',
  '作为智能体：打开就有可问的问题',
  '正在处理 → 可以接着问',
  '已停止回答。',
];

test('the demo shows every way to ask and everything that can be done with an answer, and leaves nothing behind', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'youju-demo-test-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const { stdout, stderr, status } = await runDemo(temporary);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  let from = 0;
  for (const line of SEEN) {
    const at = stdout.indexOf(line, from);
    expect(at, `${line} after ${stdout.slice(0, from).slice(-200)}`).toBeGreaterThanOrEqual(from);
    from = at + line.length;
  }
  expect(readdirSync(temporary).filter((name) => name.startsWith('youju-'))).toEqual([]);
});
