import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_DIR } from './project.ts';

export interface PageServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** `youju serve` on the real seeds, in a process of its own; its index and state lie in the folder. */
export async function startPageServer(folder: string): Promise<PageServer> {
  const env = {
    ...process.env,
    YOUJU_HOST: '127.0.0.1',
    YOUJU_PORT: '0',
    YOUJU_INDEX_DIR: join(folder, 'index'),
    YOUJU_STATE_DIR: join(folder, 'state'),
    YOUJU_LOG_LEVEL: 'warn',
    YOUJU_REQUESTS_PER_MINUTE: '0',
    YOUJU_CHAT_MODEL: '',
    YOUJU_EMBEDDING_MODEL: '',
  };
  const args = ['--import', 'tsx', 'src/channels/terminal/main.ts', 'serve'];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_DIR,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  for await (const line of createInterface(child.stdout)) {
    const address = /https?:\/\/[\w.:[\]]+/u.exec(line)?.[0];
    if (address !== undefined) return { address, stop };
  }
  throw new Error(`serve ended with ${child.exitCode} before it listened`);
}
