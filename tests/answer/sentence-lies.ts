import type { DraftClaim } from '../../src/answer/draft.ts';
import type { DocumentInfo, Indicator, Responsibility } from '../../src/model.ts';

/** What of a true sentence is turned into a lie without touching a figure, unit, year or region. */
export type SentenceLieKind =
  | 'aspect'
  | 'hedge'
  | 'particle'
  | 'modality'
  | 'level'
  | 'subject'
  | 'order'
  | 'department'
  | 'name cut'
  | 'denial'
  | 'nothing said';

export interface SentenceLie {
  readonly kind: SentenceLieKind;
  readonly claim: DraftClaim;
}

const CHANGES: readonly (readonly [SentenceLieKind, RegExp, string])[] = [
  ['aspect', /(?<=\p{Script=Han})达到(?=\s*\d)/u, '已达到'],
  ['aspect', /，(?=(?:建成|完成|建设|实施|推进|打造))/u, '，已'],
  ['aspect', /已(?=[建完实成形])/u, '将'],
  ['hedge', /基本(?=[建形完消]\p{Script=Han})/u, ''],
  ['hedge', /逐步/u, ''],
  ['hedge', /力争(?=[^\d，。]{4,}(?:，|。))/u, ''],
  ['particle', /(?<=\p{Script=Han}{2})和(?=\p{Script=Han}{2})/u, '或'],
  ['particle', /每年/u, '每月'],
  ['particle', /，(?=(?:建设|实施|推进|打造|完善|加强))/u, '，仅'],
  ['modality', /鼓励(?=\p{Script=Han})/u, '必须'],
  ['modality', /逐步/u, '立即'],
  ['modality', /支持(?=\p{Script=Han}{4})/u, '可以'],
  ['level', /省级/u, '国家级'],
  ['level', /国家级/u, '省级'],
  ['level', /市级/u, '省级'],
  ['order', /(\p{Script=Han}{2,10})(高于|低于|优于)(\p{Script=Han}{2,10})/u, '$3$2$1'],
  [
    'order',
    /由([\p{Script=Han}]{2,10})向([\p{Script=Han}]{2,8})(?=转变|转型|转移|延伸)/u,
    '由$2向$1',
  ],
  ['denial', /严禁|禁止|不得/u, ''],
  ['denial', /(?<=，)(?=(?:建设|实施|推进|打造|完善|加强))/u, '不'],
];

const STATED =
  /([\p{Script=Han}]{4,14})(达到|完成|实现|增长|提高到)\s*(\d[\d.]*\s*(?:%|亿元|万元|家|个|人|万人|公里|项|平方公里))/gu;
const unitOf = (figure: string): string => figure.replace(/[\d.\s]/gu, '');

/** A figure said of what the next clause is of: no unit gives it away, as they differ. */
function subjectLies({ text, proofs }: DraftClaim): SentenceLie[] {
  const stated = [...text.matchAll(STATED)];
  return stated.slice(0, -1).flatMap(([, subject = '', verb, figure = ''], at) => {
    const [, other = '', , otherFigure = ''] = stated[at + 1] ?? [];
    const isSame = unitOf(figure) === unitOf(otherFigure) || subject.endsWith(other);
    return isSame || other.includes(subject)
      ? []
      : [{ kind: 'subject' as const, claim: { text: `${other}${verb}${figure}。`, proofs } }];
  });
}

/** Of what stands among the results of a plan it is no lie to say that it has been reached. */
const isReached = ({ proofs }: DraftClaim): boolean =>
  proofs.some(({ passage }) =>
    /成就|执行情况|回顾|20[012]\d年底，/u.test(passage.headingPath.join() + passage.text),
  );

/** Every lie of this kind that a true sentence can be made into. */
export function sentenceLiesOf(claim: DraftClaim): SentenceLie[] {
  const changed = CHANGES.flatMap(([kind, pattern, into]) => {
    const text = claim.text.replace(pattern, into);
    const isTold = text !== claim.text && !(into.includes('已') && isReached(claim));
    return isTold ? [{ kind, claim: { ...claim, text } }] : [];
  });
  const empty = ['可以。', '有。', '，，，', '是的。'].map((text) => ({
    kind: 'nothing said' as const,
    claim: { ...claim, text },
  }));
  return [...changed, ...subjectLies(claim), ...empty];
}

/** A task led by who only supports it. */
export const departmentLies = ({ title, leads, supports }: Responsibility): string[] =>
  leads[0] === undefined || supports[0] === undefined
    ? []
    : [
        `${title}由${supports[0]}牵头，${leads[0]}配合。`,
        `${title}由${supports[0]}牵头。`,
        `${title}由${[...leads, ...supports].join('、')}牵头。`,
        `${title}由${leads[0]}配合。`,
      ];

/** A row said to be what it is not: reached, of another property, of less than its name says. */
export function rowLies({ name, target, unit, property }: Indicator, { region }: DocumentInfo) {
  if (!target || !unit || !/^\d[\d.]*$/u.test(target)) return [];
  const place = region ?? '';
  const figure = target + unit;
  const cut = name.replace(/(?:率|比重|占.*|数|拥有量)$/u, '');
  return [
    `${place}2025年${name}已达到${figure}。`,
    `${place}2025年${name}已经达到${figure}。`,
    `${place}2025年${name}目标为${figure}，并非${property}指标。`,
    `${place}2025年${name}完成${figure}。`,
    ...(cut === name ? [] : [`${place}2025年${cut}目标为${figure}。`]),
  ];
}
