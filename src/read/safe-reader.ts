import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { YoujuError } from '../errors.ts';
import type { SourceDocument } from '../model.ts';
import { fileError } from './file-errors.ts';
import type { ReadReply, ReadRequest } from './read-worker.ts';

export interface ReadLimits {
  /** For one file, the start of the worker not counted. */
  readonly timeoutMs: number;
  readonly maxHeapMegabytes: number;
  /** A worker without work is ended after this time. */
  readonly idleMs: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  timeoutMs: 30_000,
  maxHeapMegabytes: 512,
  idleMs: 10_000,
};

/** Reads files in a worker, one after the other; a file that breaks or hangs it is refused and costs only itself. */
export interface SafeReader {
  readonly read: (bytes: Uint8Array, file: string) => Promise<SourceDocument>;
  readonly close: () => Promise<void>;
}

export function createSafeReader(limits: ReadLimits = DEFAULT_READ_LIMITS): SafeReader {
  let worker: Promise<Worker> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    if (ending !== null) await (await ending).terminate();
  };
  const readNext = async (bytes: Uint8Array, file: string): Promise<SourceDocument> => {
    clearTimeout(idle);
    worker ??= startWorker(limits);
    const running = await worker.catch((error: unknown) => {
      worker = null;
      throw error;
    });
    try {
      const reply = await ask(running, { bytes, file }, limits);
      return resultOf(reply, file);
    } catch (error) {
      // Refused in good order, it can read on; else nobody knows what state it is in.
      if (error instanceof Refused) throw error.reason;
      await end();
      throw error;
    } finally {
      running.unref();
      idle = setTimeout(() => void end(), limits.idleMs).unref();
    }
  };
  return {
    read: async (bytes, file) => {
      const reading = queue.then(async () => await readNext(bytes, file));
      queue = reading.catch(() => undefined);
      return await reading;
    },
    close: end,
  };
}

/** A refusal that the worker itself spoke. */
class Refused extends Error {
  readonly reason: YoujuError;

  constructor(reason: YoujuError) {
    super(reason.message);
    this.reason = reason;
  }
}

/** Settles once the worker can be asked. A worker that cannot start is a fault of the program, not of a file. */
async function startWorker({ maxHeapMegabytes }: ReadLimits): Promise<Worker> {
  const { source, isCode } = workerSource();
  const worker = new Worker(source, {
    eval: isCode,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    // Nothing of ours is for the eyes of what reads untrusted bytes; its packages' chatter is for nobody's.
    env: {},
    stdout: true,
    stderr: true,
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.removeAllListeners('error');
  return worker;
}

/** The loader would rewrite pdf.js too, which takes it 200 MB. */
const PACKAGES_AS_THEY_ARE = `import { readFile } from 'node:fs/promises';
export async function load(url, context, next) {
  if (!/[/]node_modules[/].*[.]mjs$/.test(url)) return next(url, context);
  return { format: 'module', source: await readFile(new URL(url)), shortCircuit: true };
}`;

/** The compiled worker by its place; run from the sources, some code that first learns to load them. */
function workerSource(): { source: URL | string; isCode: boolean } {
  const extension = extname(fileURLToPath(import.meta.url));
  const worker = new URL(`./read-worker${extension}`, import.meta.url);
  if (extension !== '.ts') return { source: worker, isCode: false };
  // Node 20 does not hand the loader of its parent on to a worker, nor lets `--import` register one there.
  const loader = import.meta.resolve('tsx/esm/api');
  const source = `import(${JSON.stringify(loader)}).then(async ({ register }) => {
    register();
    const { register: addHooks } = await import('node:module');
    addHooks(${JSON.stringify(`data:text/javascript,${encodeURIComponent(PACKAGES_AS_THEY_ARE)}`)});
    return import(${JSON.stringify(worker.href)});
  });`;
  return { source, isCode: true };
}

async function ask(
  worker: Worker,
  { bytes, file }: ReadRequest,
  { timeoutMs, maxHeapMegabytes }: ReadLimits,
): Promise<ReadReply> {
  const copy = new Uint8Array(bytes);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadReply>((resolve, reject) => {
      timer = setTimeout(() => {
        const what = `文件太复杂，${Math.ceil(timeoutMs / 1000)} 秒内没有读完。`;
        reject(fileError('FILE_TOO_LARGE', file, what));
      }, timeoutMs);
      worker.once('message', resolve);
      worker.once('error', (error) => {
        reject(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? fileError('FILE_TOO_LARGE', file, `读取文件所需的内存超过 ${maxHeapMegabytes} MB。`)
            : fileError('FILE_DAMAGED', file, undefined, { cause: error }),
        );
      });
      worker.once('exit', () => reject(fileError('FILE_DAMAGED', file)));
      worker.ref();
      worker.postMessage({ bytes: copy, file } satisfies ReadRequest, [copy.buffer]);
    });
  } finally {
    clearTimeout(timer);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  }
}

function resultOf(reply: ReadReply, file: string): SourceDocument {
  switch (reply.type) {
    case 'read':
      return reply.source;
    case 'refused':
      throw new Refused(new YoujuError(reply.code, reply.message));
    case 'failed':
      // A reader that stumbles has met bytes that no program writes.
      throw new Refused(fileError('FILE_DAMAGED', file, undefined, { cause: reply.error }));
    case 'ready':
      throw new Error('the reading worker said twice that it is ready');
  }
}
