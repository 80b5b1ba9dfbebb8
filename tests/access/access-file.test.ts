import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AccessFile } from '../../src/access/access-file.ts';
import type { Viewer } from '../../src/access/access-rules.ts';
import type { DocumentInfo } from '../../src/model.ts';
import { sampleInfo } from '../retrieve/sample-query.ts';

let folder: string;
let file: string;
const logged: string[] = [];
const note = (_details: object, message: string) => void logged.push(message);
const log = { info: note, error: note };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-access-'));
  file = join(folder, 'access.json');
  logged.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const NOBODY: Viewer = { person: null, groups: [], channel: null };
const DOCUMENTS: readonly DocumentInfo[] = [
  sampleInfo({ id: 'hunan', region: '湖南省', title: '湖南省规划' }),
  sampleInfo({ id: 'changsha', region: '长沙市', title: '长沙市规划' }),
  sampleInfo({ id: 'hubei', region: '湖北省', title: '湖北省规划', replacedBy: 'hubei-2' }),
  sampleInfo({ id: 'hubei-2', region: '湖北省', title: '湖北省规划', replaces: 'hubei' }),
  sampleInfo({ id: 'unknown', region: null, title: '关于长沙的计划' }),
];

const save = (rules: unknown): Promise<void> => writeFile(file, JSON.stringify({ rules }));
const hiddenFrom = (access: AccessFile, viewer: Partial<Viewer> = {}): string[] => [
  ...access.rightsOf({ ...NOBODY, ...viewer }).hiddenAmong(DOCUMENTS),
];

describe('a rule', () => {
  test('names a place with all that lies in it; whoever it admits sees that', async () => {
    await save([{ places: ['湖南'], channels: ['C1'], groups: ['规划处'], people: ['wang'] }]);
    const access = new AccessFile(file, log);
    expect(hiddenFrom(access)).toEqual(['hunan', 'changsha']);
    expect(hiddenFrom(access, { person: 'li', groups: ['别处'], channel: 'C2' })).toHaveLength(2);
    expect(hiddenFrom(access, { person: 'wang' })).toEqual([]);
    expect(hiddenFrom(access, { groups: ['规划处'] })).toEqual([]);
    expect(hiddenFrom(access, { channel: 'C1' })).toEqual([]);
  });

  test('holds for a document whose place is unknown by its title', async () => {
    await save([{ places: ['长沙市'] }]);
    expect(hiddenFrom(new AccessFile(file, log))).toEqual(['changsha', 'unknown']);
  });

  test('holds for later and former editions too', async () => {
    await save([{ documents: ['hubei'], people: ['wang'] }]);
    expect(hiddenFrom(new AccessFile(file, log))).toEqual(['hubei', 'hubei-2']);
  });

  test('adds to what others open', async () => {
    await save([
      { places: ['湖南省'], people: ['wang'] },
      { documents: ['changsha'], people: ['li'] },
    ]);
    const access = new AccessFile(file, log);
    expect(hiddenFrom(access, { person: 'li' })).toEqual(['hunan']);
    expect(hiddenFrom(access, { person: 'wang' })).toEqual([]);
  });

  test('that names what is not there is told of', async () => {
    await save([{ documents: ['hunam'], places: ['湖南省', '海南省'] }]);
    expect(new AccessFile(file, log).namingNothing(DOCUMENTS)).toEqual(['hunam', '海南省']);
  });
});

describe('the file', () => {
  test('counts as it is now, without a restart', async () => {
    await save([{ documents: ['hunan'] }]);
    const access = new AccessFile(file, log);
    const next = join(folder, 'next.json');
    await writeFile(next, JSON.stringify({ rules: [{ documents: ['hubei'] }] }));
    await rename(next, file);
    expect(hiddenFrom(access)).toEqual(['hubei', 'hubei-2']);
  });

  test.each([
    '',
    '{"rules":',
    '[]',
    '{"rules":[{"document":["hunan"]}]}',
    '{"rules":[{"people":[]}]}',
  ])('broken as %s shows nobody more than before', async (text) => {
    await save([{ documents: ['hunan'] }]);
    const access = new AccessFile(file, log);
    await writeFile(file, `${text}\n`);
    expect(hiddenFrom(access)).toEqual(['hunan']);
    expect(logged).toEqual(['access rules cannot be read, the former stay in force']);
    await rm(file);
    expect(hiddenFrom(access)).toEqual(['hunan']);
    expect(() => new AccessFile(file, log)).toThrow('YOUJU_ACCESS');
  });

  test('that is wrong from the start says where', async () => {
    await save([{ places: ['湖南省'], poeple: ['wang'] }]);
    expect(() => new AccessFile(file, log)).toThrow(/有误.*rules\.0.*poeple/su);
  });
});
