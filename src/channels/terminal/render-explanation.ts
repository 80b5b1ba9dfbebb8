import type { Explanation, WeighedCandidate } from '../../app.ts';

const FEATURES_SHOWN = 8;
const KINDS_SHOWN = 3;

type Feature = WeighedCandidate['features'][number];

const figure = (value: number): string => value.toFixed(2);

/** What was understood, then each sentence and each candidate answer with what counted most for or against it. */
export function renderExplanation(
  { understood, sentences }: Explanation,
  candidates: readonly WeighedCandidate[],
): string {
  const ranked = sentences.map(({ documentId, headingPath, text, score, features }, at) =>
    [
      `${at + 1}. ${figure(score)}  ${documentId} › ${headingPath.join(' › ')}`,
      `   ${onOneLine(text)}`,
      ...features
        .slice(0, FEATURES_SHOWN)
        .map((feature) => `${featureLine(feature)}  ${feature.says}`),
    ].join('\n'),
  );
  const weighed = candidates.map(({ way, text, chance, features }, at) =>
    [
      `${at + 1}. 把握 ${figure(chance)}  ${way}`,
      `   ${onOneLine(text)}`,
      ...features.slice(0, FEATURES_SHOWN).map(featureLine),
    ].join('\n'),
  );
  return [
    understoodLines(understood).join('\n'),
    '候选句子：',
    ...ranked,
    '候选答案：',
    ...weighed,
  ].join('\n\n');
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const featureLine = ({ name, value, share }: Feature): string =>
  `   ${share >= 0 ? '+' : '−'}${figure(Math.abs(share))}  ${name} = ${figure(value)}`;

function understoodLines(understood: Explanation['understood']): string[] {
  const { content, documentIds, time, planned, span, unit, wants, kinds, words } = understood;
  const likely = Object.entries(kinds)
    .sort(([, a], [, b]) => b - a)
    .slice(0, KINDS_SHOWN);
  const asks = planned === null ? '未说明' : planned === 'target' ? '目标' : '结果';
  const periods = time.periods.map(([from, to]) => `${from}—${to}`);
  return [
    `主题：${content}`,
    `文件：${documentIds.join('、') || '未指明'}`,
    `时间：${[...time.years, ...periods].join('、') || '未说明'}`,
    `目标或结果：${asks}；一年或多年：${span === null ? '未说明' : span === 'year' ? '一年' : '多年'}`,
    `单位：${unit ?? '未说明'}；要求：${wants.join('、') || '无'}`,
    `问题类型：${likely.map(([kind, chance]) => `${kind} ${figure(chance)}`).join('、')}`,
    `词语：${words.map(({ word, weight }) => `${word} ${figure(weight)}`).join('、')}`,
  ];
}
