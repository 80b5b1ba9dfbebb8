import { describe, expect, test } from 'vitest';
import type { IndicatorGroup } from '../../src/app.ts';
import { comparedIndicators } from '../../src/channels/compared-indicators.ts';
import type { Answer, Indicator } from '../../src/model.ts';
import { sampleIndicator } from '../sample-indicator.ts';
import { sampleAnswer } from './fake-app.ts';

const urban = ['a', 'b', 'c'].map((id) => sampleIndicator(id, '城镇化率'));
const doctors = [
  sampleIndicator('a', '执业（助理）医师'),
  sampleIndicator('b', '执业（助理）医师'),
];
const nearly = sampleIndicator('c', '执业医师');

const group = (rows: readonly Indicator[], near: readonly Indicator[] = []): IndicatorGroup => ({
  name: rows[0]?.name ?? '',
  category: null,
  rows,
  near,
});
const app = {
  indicators: () => [group(urban), group(doctors, [nearly]), group([nearly], doctors)],
};

const citing = (...rows: Indicator[]): Answer => {
  const [citation] = sampleAnswer().citations;
  if (!citation) throw new Error('the sample answer cites nothing');
  return sampleAnswer({
    citations: rows.map(({ passageId, documentId }, at) => ({
      ...citation,
      n: at + 1,
      passageId,
      documentId,
    })),
  });
};

const comparedIn = (answer: Answer): [name: string, documents: string[]][] =>
  comparedIndicators(answer, app).map(({ name, rows }) => [
    name,
    rows.map(({ documentId }) => documentId),
  ]);

describe('what an answer compares', () => {
  test('is an indicator whose rows of several documents it cites, and these rows only', () => {
    expect(comparedIn(citing(...urban))).toEqual([['城镇化率', ['a', 'b', 'c']]]);
    expect(comparedIn(citing(...urban.slice(1)))).toEqual([['城镇化率', ['b', 'c']]]);
    expect(comparedIndicators(citing(...urban), app)[0]?.path).toBe(
      '/compare?indicator=%E5%9F%8E%E9%95%87%E5%8C%96%E7%8E%87',
    );
  });

  test('is nothing where it cites one document or no row', () => {
    expect(comparedIn(citing(...urban.slice(0, 1)))).toEqual([]);
    expect(comparedIn(sampleAnswer())).toEqual([]);
  });

  test('takes in what is called nearly the same, once', () => {
    expect(comparedIn(citing(...doctors, nearly))).toEqual([['执业（助理）医师', ['a', 'b', 'c']]]);
  });
});
