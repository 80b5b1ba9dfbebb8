import type { DocumentInfo } from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
import { askedUnit } from './asked-unit.ts';
import { conceptsOf, type TermStatistics, wordBorders } from './concepts.ts';
import { locationsIn } from './location.ts';
import type { Concept, Query } from './query.ts';
import { flatten, plainQuestion } from './question-text.ts';
import { understandScope } from './scope.ts';
import { type KnownNames, slipsIn } from './slips.ts';
import { soundsOf } from './sounds.ts';
import { type Synonym, synonymsIn } from './synonyms.ts';
import { contentOf, wantsOf } from './wants.ts';
import { yearsIn } from './years.ts';

/** What understanding a question needs to know of the index. */
export interface Understanding {
  readonly documents: readonly DocumentInfo[];
  readonly segmenter: Segmenter;
  readonly synonyms: readonly Synonym[];
  readonly statistics: TermStatistics;
  /** Names to recognise in spite of a slip. */
  readonly names: KnownNames;
}

/** Share of a full term that what earlier turns were about counts in searching, and in reading closely. */
const CONTEXT_TERM_WEIGHT = 0.4;
const CONTEXT_CONCEPT_WEIGHT = 0.7;

/** A remark that rules something out (不是2023年那份任务, 别跟PM10搞混) names nothing that is wanted. */
const RULED_OUT =
  /[(（][^()（）]*不(?:是|要|算|含)[^()（）]*[)）]|(?:(?<!是)不是|别跟|别和|不要跟|不含|不算)[^,，。;；?？]{2,20}(?:搞混|混淆|弄混)?/gu;

/**
 * @param context what earlier turns were about, in their words; widens the search at lower weight
 * @param focus ids of passages an earlier turn stood on
 */
export function understand(
  question: string,
  known: Understanding,
  context = '',
  focus: readonly string[] = [],
): Query {
  const asked = plainQuestion(question);
  const slips = slipsIn(
    flatten(asked),
    known.names,
    (said) => known.statistics.frequency(said) > 0,
    soundsOf,
  );
  const text = slips.reduce((rest, { said, meant }) => rest.replace(said, meant), asked);
  const positive = text.replace(RULED_OUT, ' ');
  const flat = flatten(positive);
  const { scope, names } = understandScope(
    flat,
    known.segmenter.tagged(flat),
    known.documents,
    (word) => known.statistics.frequency(word) > 0,
  );
  const kept = synonymsIn(flat, known.synonyms, wordBorders(flat, known.segmenter)).map(
    ({ synonym }) => synonym.everyday,
  );
  const content = contentOf(positive, names, kept);
  const quoted = quotedIn(positive).filter((words) => words.length <= MAX_NAME_CHARS);
  const subject = content === '' ? timeWords(positive) : content;
  const said = conceptsOf(
    subject,
    known.segmenter,
    [...quoted.map(asName), ...known.synonyms],
    known.statistics,
  );
  const figures = statedFigures(positive);
  const concepts = [...said, ...contextConcepts(context, said, known)];
  return {
    text,
    slips,
    content,
    phrases: content.split(/\s+/u).map(flatten).join(' '),
    scope,
    time: yearsIn(positive),
    wants: wantsOf(positive),
    unit: askedUnit(positive),
    head: headOf(positive, said),
    asksMany: asksMany(positive) || figures.length > 1,
    locations: locationsIn(positive),
    quoted,
    concepts,
    terms: weightedTerms(subject, concepts, context, known.segmenter),
    figures,
    focus,
  };
}

/** Longest quotation that names a thing (“六大中心”) rather than saying a sentence. */
const MAX_NAME_CHARS = 10;

/** A quoted name is one thing, however it would be cut. */
const asName = (everyday: string): Synonym => ({ everyday, official: [], weight: 1 });

/** A question about nothing but a time (2035年要变成什么样) is about that time. */
const timeWords = (text: string): string =>
  yearsIn(text)
    .years.map((year) => `${year}年`)
    .join(' ');

/** What earlier turns were about and this one does not repeat, at lower weight and never unknown. */
function contextConcepts(
  context: string,
  said: readonly Concept[],
  known: Understanding,
): Concept[] {
  const content = contentOf(plainQuestion(context), []);
  return conceptsOf(content, known.segmenter, known.synonyms, known.statistics)
    .filter(({ said: word, unknown }) => !unknown && said.every((concept) => concept.said !== word))
    .map((concept) => ({
      ...concept,
      weight: concept.weight * CONTEXT_CONCEPT_WEIGHT,
      isThing: false,
    }));
}

function weightedTerms(
  content: string,
  concepts: readonly Concept[],
  context: string,
  segmenter: Segmenter,
): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of termsOf(text, segmenter))
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  };
  add(content, 1);
  for (const { forms } of concepts) for (const form of forms) add(form.text, form.weight);
  add(contentOf(plainQuestion(context), []), CONTEXT_TERM_WEIGHT);
  return terms;
}

/** Figures with a unit or decimals that the question asserts; bare years are not figures. */
function statedFigures(text: string): string[] {
  return [
    ...text.matchAll(/\d[\d,.]*\s*(?:%|‰|万|亿|个|家|元|人|岁|件|吨|座|公里|项|所)|\d+\.\d+/gu),
  ]
    .map(([figure]) => flatten(figure))
    .filter((figure) => !/^(?:19|20)\d{2}/u.test(figure));
}

const ASKING = /多少|百分之几|千分之几|第?几[^乎]|几何/u;
/** Measures of a thing rather than things: that a sentence does not use the word means nothing. */
const MEASURES =
  /^(?:比例|占比|比重|比率|数量|总量|数|目标|指标|规模|产值|程度|水平|情况|时候|部门)$/u;

/** The thing whose figure is asked for: the noun the asking word belongs to. */
function headOf(text: string, concepts: readonly Concept[]): Concept | undefined {
  const flat = flatten(text);
  const asking = ASKING.exec(flat) ?? /$/u.exec(flat);
  if (!asking) return undefined;
  const things = concepts.filter(
    ({ said, isThing }) => isThing && !MEASURES.test(said) && !ASKING.test(said),
  );
  const clause = flat.slice(asking.index).split(/[,，。;；?？!！]/u)[0] ?? '';
  const before = flat.slice(0, asking.index);
  const lastIn = (stretch: string): Concept | undefined =>
    things
      .filter(({ said }) => stretch.includes(said))
      .sort((a, b) => stretch.lastIndexOf(b.said) - stretch.lastIndexOf(a.said))[0];
  return lastIn(clause) ?? lastIn(before);
}

const ASKED_THINGS = /多少|第?几|哪|谁|什么|吗|百分之几/gu;

/** Whether a question asks more than one thing. */
const asksMany = (text: string): boolean =>
  (text.match(ASKED_THINGS)?.length ?? 0) > 1 ||
  /分别|各自|各(?:要|多少|是|有|几)|、.*(?:多少|几)/u.test(text);

const quotedIn = (text: string): string[] =>
  [...text.matchAll(/[“"「『]([^”"」』]{2,20})[”"」』]/gu)].map(([, words]) =>
    flatten(words ?? ''),
  );
