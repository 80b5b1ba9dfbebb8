import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findChromium } from '../tests/browser/chromium.ts';
import { describeMachine } from './machine.ts';
import { lookAtPages } from './page-browser.ts';
import { type PageMeasurement, renderPageReport } from './page-report.ts';
import { PageClient } from './page-requests.ts';
import { startPageServer } from './page-server.ts';
import { PROJECT_DIR } from './project.ts';
import { loadQuestions } from './questions.ts';
import { spreadOf } from './statistics.ts';

const RESULTS = join(PROJECT_DIR, 'bench/pages.md');
const GOLDEN = join(PROJECT_DIR, 'tests/golden/questions.jsonl');
const LONGEST = '/documents/zichuan-14fyp';
const MIDDLE = '/documents/zhoucun-14fyp';
const DOCUMENTS = [
  LONGEST,
  MIDDLE,
  '/documents/zibo-2025-plan',
  '/documents/zibo-hitech-14fyp',
  '/documents/zichuan-2023-tasks',
];
const OTHERS = ['/', '/start', '/compare', '/tasks'];
const QUESTIONS = 60;
/** Of them, those asked in the browser. */
const ASKED_IN_BROWSER = 15;
const TIMES = 40;
const READERS = 20;
const RATE_FOR_MS = 5000;
const TALK = [
  '淄川区2025年常住人口城镇化率的目标是多少？',
  '那周村呢？',
  '淄川区的主导产业是什么？',
];

const machine = describeMachine();
const folder = await mkdtemp(join(tmpdir(), 'youju-pages-'));
try {
  const server = await startPageServer(folder);
  try {
    const report = renderPageReport(await measurePages(server.address), machine, new Date());
    await writeFile(RESULTS, report);
    process.stdout.write(report);
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measurePages(address: string): Promise<PageMeasurement> {
  const client = new PageClient(address, READERS);
  try {
    const asked = (await loadQuestions(GOLDEN, QUESTIONS)).map((turns) => turns.at(-1) ?? '');
    const searches = asked.map((question) => `/search?q=${question}`);
    const answers = asked.map((question) => `/?q=${question}`);
    const sizes = await wireBytesOf(client);
    const scriptBytes = {
      answer: await scriptBytesOf(client, `/?q=${TALK[0]}`),
      reader: await scriptBytesOf(client, LONGEST),
    };
    await client.timesOf([...DOCUMENTS, ...OTHERS, ...searches, ...answers], 1);
    const times = async (paths: readonly string[], each: number) =>
      spreadOf(await client.timesOf(paths, each));
    const serverMs = {
      documents: await times(DOCUMENTS, TIMES),
      'first page, start, compare, tasks': await times(OTHERS, TIMES),
      search: await times(searches, 3),
      answers: await times(answers, 3),
    };
    const ratePerSecond = await client.ratePerSecond(DOCUMENTS, {
      once: READERS,
      forMs: RATE_FOR_MS,
    });
    const executablePath = findChromium();
    const looked = {
      paths: ['/', `/?q=${TALK[0]}`, ...OTHERS.slice(1), LONGEST],
      longest: LONGEST,
      middle: MIDDLE,
      questions: TALK,
      warm: asked.slice(0, ASKED_IN_BROWSER),
    };
    const sights = executablePath && (await lookAtPages(executablePath, address, looked));
    return { wireBytes: sizes, scriptBytes, serverMs, ratePerSecond, sights: sights || undefined };
  } finally {
    client.close();
  }
}

function assetsOf(page: Buffer): readonly string[] {
  const html = brotliDecompressSync(page).toString();
  return [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map(([, path]) => path ?? '');
}

/** Of all scripts that a page fetches. */
async function scriptBytesOf(client: PageClient, path: string): Promise<number> {
  const scripts = assetsOf(await client.fetch(path)).filter((asset) => asset.endsWith('.js'));
  let bytes = 0;
  for (const script of scripts) bytes += (await client.fetch(script)).length;
  return bytes;
}

/** The first page with all it needs, and each document alone. */
async function wireBytesOf(client: PageClient): Promise<Record<string, number>> {
  const first = await client.fetch('/');
  let whole = first.length;
  for (const asset of assetsOf(first)) whole += (await client.fetch(asset)).length;
  const sizes: Record<string, number> = { 'first page with style, script and icon': whole };
  for (const path of DOCUMENTS) sizes[path] = (await client.fetch(path)).length;
  return sizes;
}
