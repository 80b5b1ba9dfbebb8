import type { Output } from './terminal.ts';

export interface Progress {
  show(this: void, done: number, total: number, phase: string): void;
  /** A line that stays. */
  say(this: void, line: string): void;
  stop(): void;
}

/** What a build is at, for the person. */
const PHASES: Readonly<Record<string, string>> = {
  parse: '读取文件',
  embed: '计算向量',
  terms: '整理词语',
  words: '关联近义词',
  write: '写入索引',
  publish: '启用索引',
  ask: '提问',
};

/** A bar on a terminal; elsewhere none, so that logs stay readable. */
export async function createProgress(output: Output): Promise<Progress> {
  const say = (line: string): void => void output.write(`${line}\n`);
  if (!output.isTTY) return { show: () => undefined, say, stop: () => undefined };
  const { SingleBar, Presets } = await import('cli-progress');
  const bar = new SingleBar(
    {
      stream: output,
      format: '{phase} {bar} {percentage}%（{value}/{total}）',
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  return {
    show(done, total, phaseId) {
      const phase = PHASES[phaseId] ?? phaseId;
      if (bar.isActive) {
        bar.setTotal(total);
        bar.update(done, { phase });
      } else {
        bar.start(total, done, { phase });
      }
    },
    say(line) {
      bar.stop();
      say(line);
    },
    stop: () => bar.stop(),
  };
}
