import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

/** Each may import itself and those before it. */
const STAGES = [
  'read',
  'learn',
  'language',
  'catalogue',
  'access',
  'parse',
  'changes',
  'segment',
  'endpoint',
  'embed',
  'indexing',
  'editing',
  'understand',
  'retrieve',
  'answer',
  'state',
  'conversation',
  'evaluate',
  'kept-state.ts',
  'models.ts',
];
/** Anything may import these; they import only each other. */
const FOUNDATION = [
  'model.ts',
  'errors.ts',
  'config',
  'config.ts',
  'feedback.ts',
  'log.ts',
  'secret.ts',
];
/** Put the stages together for the channels. */
/** In the order in which they may know each other. */
const COMPOSITION = ['library.ts', 'app-view.ts', 'app.ts', 'diagnose.ts'];

/** Answers as files and texts to take along. Like the files beside the channels it is there for all of them. */
const EXPORT = 'export';

/** Where else a file of a channel may reach, and why. */
const CHANNEL_EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Doctor shows what diagnose finds; no other command needs it.
  'channels/terminal/doctor-command.ts': ['diagnose.ts'],
  // Forget deletes what is kept, without an index.
  'channels/terminal/forget-command.ts': ['kept-state.ts'],
  // What other assistants ask over standard input.
  'channels/terminal/mcp-command.ts': ['channels/mcp'],
  // Serve starts the pages and Slack.
  'channels/terminal/serve-command.ts': ['channels/web', 'channels/slack', 'channels/mcp'],
  'channels/terminal/serve-requests.ts': ['channels/slack'],
};

/** Files and folders that may run code of a package; types may be imported above them. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  '@e965/xlsx': ['read/xlsx', 'channels/web/comparing/xlsx.ts'],
  '@modelcontextprotocol/sdk': ['channels/mcp'],
  '@slack/bolt': ['channels/slack'],
  '@langchain/core': ['embed', 'endpoint/prompt.ts', 'retrieve/plan-retriever.ts'],
  'better-sqlite3': ['indexing/sqlite.ts'],
  busboy: ['channels/web/editing/receive-upload.ts'],
  'cli-progress': ['channels/terminal'],
  commander: ['channels/terminal'],
  compression: ['channels/web/create-web-app.ts'],
  diff: ['changes/align.ts'],
  docx: ['export'],
  esbuild: ['channels/web/bundle.ts'],
  express: ['channels/web'],
  'express-rate-limit': ['channels/web/access/rate-limit.ts'],
  'fastest-levenshtein': ['config.ts', 'channels/web/reading/nearest-document.ts'],
  'hnswlib-node': ['indexing/vector-index.ts'],
  'markdown-it': ['read/markdown'],
  nodejieba: ['segment/jieba-segmenter.ts'],
  openai: ['endpoint'],
  'opencc-js': ['language/simplified.ts'],
  parse5: ['read/html'],
  'pdfjs-dist': ['read/pdf'],
  picocolors: ['channels/terminal'],
  'p-queue': ['channels/slack'],
  pino: ['log.ts'],
  'pinyin-pro': ['understand/sounds.ts'],
  preact: ['channels/web'],
  'preact-render-to-string': ['channels/web'],
  'prom-client': ['channels/metrics.ts'],
  saxes: ['read/docx'],
  'word-extractor': ['read/doc'],
  yauzl: ['read/zip-archive.ts'],
  zod: [''],
};

/** Dependencies that no source imports, and what needs them. */
const NEVER_IMPORTED: Readonly<Record<string, string>> = {
  '@mapbox/node-pre-gyp': "nodejieba's install script runs it",
  undici: '@slack/socket-mode leaves its WebSocket to us to install, at a version for our Node',
  tsx: 'npm scripts run the sources with it',
};

const VAGUE_NAME = /(?:^|-)(?:utils?|helpers?|common|shared|misc|types|services?|managers?)$/u;

interface Import {
  /** Both as paths within src/, or a package as written. */
  readonly from: string;
  readonly to: string;
  /** Gone once compiled. */
  readonly isType: boolean;
}

const STATIC = /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<to>[^']+)'/gmu;
const DYNAMIC = /(?<type>typeof\s+)?import\('(?<to>[^']+)'\)/gu;
const REQUIRED = /\b(?:createRequire\(import\.meta\.url\)|require)\('(?<to>[^']+)'\)/gu;

/** What a source imports, in its own words. `import { type A }` still loads the file: it is no type import. */
function importsIn(source: string): Omit<Import, 'from'>[] {
  return [STATIC, DYNAMIC, REQUIRED]
    .flatMap((form) => [...source.matchAll(form)])
    .map(({ groups = {} }) => ({
      to: groups.to ?? '',
      isType: groups.type !== undefined,
    }));
}

const SOURCE_FOLDER = join(import.meta.dirname, '..', 'src');
const SOURCES = readdirSync(SOURCE_FOLDER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/u.test(file));

const IMPORTS: readonly Import[] = SOURCES.flatMap((file) =>
  importsIn(readFileSync(join(SOURCE_FOLDER, file), 'utf8')).map(({ to, isType }) => ({
    from: file,
    to: to.startsWith('.') ? join(dirname(file), to).split(sep).join('/') : to,
    isType,
  })),
);

/** Files beside the channels, and what the web service and other assistants can be asked. */
const SHARED_BY_CHANNELS = SOURCES.filter((file) =>
  ['channels', 'channels/operations'].includes(dirname(file)),
);

const isInside = (file: string, place: string): boolean =>
  place === '' || file === place || file.startsWith(`${place}/`);
const isSource = (path: string): boolean => SOURCES.includes(path);
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const packagesOf = (imports: readonly Import[]): Set<string> =>
  new Set(
    imports
      .map(({ to }) => to)
      .filter((to) => !/^(?:\.|node:)|\.json$/u.test(to) && !isSource(to))
      .map(packageOf),
  );

/** Imports of our own sources that no allowed place covers, as lines to read in a failure. */
const strays = (
  isAsked: (file: string) => boolean,
  allowed: (file: string) => readonly string[],
): string[] =>
  IMPORTS.filter(({ from, to }) => isAsked(from) && isSource(to))
    .filter(({ from, to }) => !allowed(from).some((place) => isInside(to, place)))
    .map(({ from, to }) => `${from} imports ${to}`);

const topOf = (file: string): string => file.split('/')[0] ?? '';

describe('the reading of imports', () => {
  test('sees every form of them', () => {
    const source = [
      "import './a.ts';",
      "import { type B, b } from './b.ts';",
      "import type { C } from './c.ts';",
      'import {',
      '  d,',
      "} from './d.ts';",
      "export type { E } from './e.ts';",
      "const f = await import('./f.ts');",
      "type G = typeof import('./g.ts');",
      "const h = createRequire(import.meta.url)('h');",
    ].join('\n');
    expect(importsIn(source).map(({ to, isType }) => `${to}${isType ? ' type' : ''}`)).toEqual([
      './a.ts',
      './b.ts',
      './c.ts type',
      './d.ts',
      './e.ts type',
      './f.ts',
      './g.ts type',
      'h',
    ]);
  });

  test('finds each source that another imports', () => {
    const missing = IMPORTS.filter(({ to }) => /\.tsx?$/u.test(to) && !isSource(to));
    expect(missing).toEqual([]);
    expect(IMPORTS.length).toBeGreaterThan(SOURCES.length);
  });
});

describe('the sources', () => {
  test('lie in a stage, in a channel or among the few at the top', () => {
    const known = new Set([...STAGES, ...FOUNDATION, ...COMPOSITION, EXPORT, 'channels']);
    expect(new Set(SOURCES.map(topOf))).toEqual(known);
  });

  test('have names that say what is in them', () => {
    const vague = SOURCES.filter((file) =>
      file.split('/').some((part) => VAGUE_NAME.test(basename(part, extname(part)))),
    );
    expect(vague).toEqual([]);
  });
});

describe('imports', () => {
  test('of the foundation stay in the foundation', () => {
    expect(
      strays(
        (file) => FOUNDATION.includes(file),
        () => FOUNDATION,
      ),
    ).toEqual([]);
  });

  test('of a stage go to itself and to earlier ones', () => {
    const isStage = (file: string): boolean => STAGES.includes(topOf(file));
    const allowed = (file: string): string[] => [
      ...FOUNDATION,
      ...STAGES.slice(0, STAGES.indexOf(topOf(file)) + 1),
    ];
    expect(strays(isStage, allowed)).toEqual([]);
  });

  test('of the composition go to stages and to earlier parts of it, never to a channel', () => {
    expect(
      strays(
        (file) => COMPOSITION.includes(file),
        (file) => [...FOUNDATION, ...STAGES, ...COMPOSITION.slice(0, COMPOSITION.indexOf(file))],
      ),
    ).toEqual([]);
  });

  test('of a channel go to App and its own files, to no stage and to no other channel', () => {
    const isChannel = (file: string): boolean => topOf(file) === 'channels';
    const allowed = (file: string): string[] => [
      ...FOUNDATION,
      'app.ts',
      dirname(file) === 'channels' ? file : file.split('/').slice(0, 2).join('/'),
      ...SHARED_BY_CHANNELS,
      EXPORT,
      ...(CHANNEL_EXCEPTIONS[file] ?? []),
    ];
    expect(strays(isChannel, allowed)).toEqual([]);
  });

  test('of the export go to itself and to what all channels share', () => {
    expect(
      strays(
        (file) => topOf(file) === EXPORT,
        () => [...FOUNDATION, EXPORT, ...SHARED_BY_CHANNELS],
      ),
    ).toEqual([]);
  });
});

describe('third-party packages', () => {
  test('run each in its own place', () => {
    const astray = IMPORTS.filter(({ to, isType }) => !isType && packageOf(to) in HOMES)
      .filter(({ from, to }) => !HOMES[packageOf(to)]?.some((home) => isInside(from, home)))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(astray).toEqual([]);
  });

  test('are declared, placed and used', () => {
    const declared = new Set(Object.keys(packageJson.dependencies));
    const exempt = Object.keys(NEVER_IMPORTED);
    expect(new Set([...packagesOf(IMPORTS), ...exempt])).toEqual(declared);
    expect(new Set([...Object.keys(HOMES), ...exempt])).toEqual(declared);
    expect(exempt.filter((name) => packagesOf(IMPORTS).has(name))).toEqual([]);
  });
});
