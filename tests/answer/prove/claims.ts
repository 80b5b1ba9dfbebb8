import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftClaim } from '../../../src/answer/draft.ts';
import type { DocumentInfo } from '../../../src/model.ts';
import { sampleInfo, samplePassage } from '../../retrieve/sample-query.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/guard');

export interface Case {
  readonly isTrue: boolean;
  readonly claim: DraftClaim;
  /** What was altered, or in what way it is another wording. */
  readonly why: string;
}

/** Lines of a table people can read; a line that begins with # is a remark. */
export const readTable = (file: string): string[][] =>
  readFileSync(join(FIXTURES, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

/** The five documents, as far as the guard reads of them. */
export const DOCUMENTS: ReadonlyMap<string, DocumentInfo> = new Map(
  [
    sampleInfo({
      id: 'zichuan-14fyp',
      region: '淄川区',
      shortTitle: '淄川区“十四五”规划',
      title: '淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
      aliases: ['淄川'],
    }),
    sampleInfo({
      id: 'zhoucun-14fyp',
      region: '周村区',
      shortTitle: '周村区“十四五”规划',
      title: '淄博市周村区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
      aliases: ['周村'],
    }),
    sampleInfo({
      id: 'zibo-hitech-14fyp',
      region: '淄博高新区',
      shortTitle: '淄博高新区“十四五”规划',
      title: '淄博高新区国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
      aliases: ['高新区'],
    }),
    sampleInfo({
      id: 'zibo-2025-plan',
      region: '淄博市',
      shortTitle: '淄博市2025年计划',
      title: '淄博市2025年国民经济和社会发展计划',
      aliases: ['淄博', '全市'],
      period: [2025, 2025],
      kind: 'annual-plan',
    }),
    sampleInfo({
      id: 'zichuan-2023-tasks',
      region: '淄川区',
      shortTitle: '淄川区2023年重点任务',
      title: '淄川区深化新旧动能转换推动绿色低碳高质量发展2023年重点工作任务',
      period: [2023, 2023],
      kind: 'task-list',
    }),
  ].map((info) => [info.id, info]),
);

const VERDICTS: Readonly<Record<string, boolean>> = { 真: true, 假: false };

/** Claims with the text they cite: verdict, document, heading, cited text, claim, why. */
export const readClaims = (file: string): Case[] =>
  readTable(file).map(
    ([verdict = '', documentId = '', heading = '', cited = '', text = '', why = '']) => {
      const isTrue = VERDICTS[verdict];
      if (isTrue === undefined) throw new Error(`${file}: ${verdict} is no verdict`);
      const isRow = cited.includes('｜');
      const passage = samplePassage({
        documentId,
        kind: isRow ? 'row' : 'text',
        headingPath: heading === '' ? [] : heading.split(' › '),
        text: cited,
      });
      return { isTrue, why, claim: { text, proofs: [{ passage, quote: cited }] } };
    },
  );
