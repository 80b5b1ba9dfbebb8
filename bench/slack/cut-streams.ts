/** Prints what becomes of answers whose process is killed while they stream: `npx tsx bench/slack/cut-streams.ts 20`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runYouju } from '../run-process.ts';
import { measureCutStreams } from './measure-cut-streams.ts';
import { withSession } from './session.ts';

const kills = Number(process.argv[2] ?? 20);
const folder = await mkdtemp(join(tmpdir(), 'youju-cut-streams-'));
try {
  const indexDir = join(folder, 'index');
  const { signal } = new AbortController();
  await runYouju(['ingest'], { env: { YOUJU_INDEX_DIR: indexDir }, signal });
  const setting = {
    transport: 'socket',
    indexDir,
    conversations: [],
    folder,
    size: kills,
  } as const;
  const measured = await withSession({ ...setting, isAgent: true }, (session) =>
    measureCutStreams(session, kills),
  );
  console.log(JSON.stringify(measured));
} finally {
  await rm(folder, { recursive: true, force: true });
}
