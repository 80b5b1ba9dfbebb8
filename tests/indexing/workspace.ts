import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of seeds and one for their index; gone when the test is over. */
export interface Workspace {
  readonly seedsDir: string;
  readonly indexDir: string;
  write(file: string, text: string): void;
  remove(file: string): void;
}

export function createWorkspace(seeds: Readonly<Record<string, string>> = PLANS): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'youju-index-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const seedsDir = mkdtempSync(join(root, 'seeds-'));
  const workspace = {
    seedsDir,
    indexDir: join(root, 'index'),
    write: (file: string, text: string) => writeFileSync(join(seedsDir, file), text),
    remove: (file: string) => rmSync(join(seedsDir, file)),
  };
  for (const [file, text] of Object.entries(seeds)) workspace.write(file, text);
  return workspace;
}

/** A plan of one chapter with a section for each paragraph. */
export function planText(region: string, paragraphs: readonly string[]): string {
  const sections = paragraphs.map(
    (paragraph, at) => `第${'一二三四五六七八九'[at]}节 工作之${at + 1}\n\n${paragraph}\n`,
  );
  return `${region}国民经济和社会发展第十四个五年规划\n\n第一章 重点任务\n\n${sections.join('\n')}`;
}

const CARE = '发展普惠养老服务，建设社区日间照料中心，到2025年养老床位达到3000张。';
const ROADS = '新建农村公路120公里，改造国道省道，完善城乡路网，方便群众出行。';
const SCHOOLS = '新建中小学校8所，扩大学前教育资源，提高教师待遇，办人民满意的教育。';
const WATER = '治理孝妇河水环境，建设湿地公园，地表水优良水体比例达到100%。';

export const PLANS = {
  'east.txt': planText('东城区', [CARE, ROADS, SCHOOLS]),
  'west.txt': planText('西城区', [`西城区${CARE}`, WATER, `西城区${ROADS}`]),
} satisfies Readonly<Record<string, string>>;
