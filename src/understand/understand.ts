import { plannedIn } from '../language/aims.ts';
import { wantsIn } from '../language/question-wordings.ts';
import { spanIn } from '../language/spans.ts';
import type { DocumentInfo } from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
import { askedUnit } from './asked-unit.ts';
import { asksMany, headOf, statedFigures } from './asking.ts';
import { conceptsOf, type TermStatistics, wordBorders } from './concepts.ts';
import { contentOf } from './content-of.ts';
import { documentsOfTime } from './documents-of-time.ts';
import type { QueryBeforeKinds } from './kind-features.ts';
import type { KindModel } from './kind-model.ts';
import { locationsIn } from './location.ts';
import { planPart } from './plan-part.ts';
import type { Concept, Query, Scope } from './query.ts';
import { kindsOf } from './question-kinds.ts';
import { flatten, plainQuestion, quotedIn } from './question-text.ts';
import type { ReportName } from './report-names.ts';
import { understandScope } from './scope.ts';
import { type KnownNames, slipsIn } from './slips.ts';
import { soundsOf } from './sounds.ts';
import { type Synonym, synonymsIn } from './synonyms.ts';
import { yearsIn } from './years.ts';

/** What understanding a question needs to know of the index. */
export interface Understanding {
  readonly documents: readonly DocumentInfo[];
  readonly segmenter: Segmenter;
  readonly synonyms: readonly Synonym[];
  readonly statistics: TermStatistics;
  /** Names to recognise in spite of a slip. */
  readonly names: KnownNames;
  /** By the clock. */
  readonly thisYear: number;
  /** Whether one of these documents has an index term; true of what is no term of any document. */
  isSaidIn(term: string, documentIds: readonly string[]): boolean;
  /** Left out for the one that ships. */
  readonly kindModel?: KindModel;
}

/** What earlier turns of the conversation give a question. */
export interface Before {
  /** What they were about, in their words; widens the search at lower weight. */
  readonly context: string;
  /** Ids of passages an earlier turn stood on. */
  readonly focus: readonly string[];
  /** What of the question is not its own but written into it from them. */
  readonly inherited: readonly ('place' | 'time' | 'subject')[];
}

export const NOTHING_BEFORE: Before = { context: '', focus: [], inherited: [] };

/** Share of a full term that what earlier turns were about counts in searching, and in reading closely. */
const CONTEXT_TERM_WEIGHT = 0.4;
const CONTEXT_CONCEPT_WEIGHT = 0.7;

/** A remark that rules something out (不是2023年那份任务, 别跟PM10搞混) names nothing that is wanted. */
const RULED_OUT =
  /[(（][^()（）]*不(?:是|要|算|含)[^()（）]*[)）]|(?:(?<!是)不是|别跟|别和|不要跟|不含|不算)[^,，。;；?？]{2,20}(?:搞混|混淆|弄混)?/gu;

/** What a question says without what it rules out. */
export const withoutRuledOut = (text: string): string => text.replace(RULED_OUT, ' ');

interface LastRead {
  readonly question: string;
  readonly known: Understanding;
  readonly before: Before;
  readonly query: Query;
}

const lastReads = new WeakMap<readonly DocumentInfo[], LastRead>();

/** Reads a question, once: no later stage looks at its text, and what a turn has read its answer need not read again. */
export function understand(
  question: string,
  known: Understanding,
  before: Before = NOTHING_BEFORE,
): Query {
  const last = lastReads.get(known.documents);
  if (last && last.question === question && isOfSame(last, known, before)) return last.query;
  const query = read(question, known, before);
  lastReads.set(known.documents, { question, known, before, query });
  return query;
}

const isOfSame = (last: LastRead, known: Understanding, before: Before): boolean =>
  last.known.thisYear === known.thisYear &&
  last.known.segmenter === known.segmenter &&
  last.known.names === known.names &&
  last.known.synonyms === known.synonyms &&
  last.known.kindModel === known.kindModel &&
  last.before.context === before.context &&
  last.before.focus.join() === before.focus.join() &&
  last.before.inherited.join() === before.inherited.join();

function read(
  question: string,
  known: Understanding,
  { context, focus, inherited }: Before,
): Query {
  const asked = plainQuestion(question);
  const slips = slipsIn(
    flatten(asked),
    known.names,
    (said) => known.statistics.frequency(said) > 0,
    soundsOf,
  );
  const text = slips.reduce((rest, { said, meant }) => rest.replace(said, meant), asked);
  const positive = withoutRuledOut(text);
  const flat = flatten(positive);
  const { scope, names, reports } = understandScope(
    flat,
    known.segmenter.tagged(flat),
    known.documents,
    (word) => known.statistics.frequency(word) > 0,
  );
  const kept = synonymsIn(flat, known.synonyms, wordBorders(flat, known.segmenter)).map(
    ({ synonym }) => synonym.everyday,
  );
  const content = contentOf(positive, names, kept);
  const quoted = quotedIn(positive).filter(isName);
  const part = planPart(positive, names);
  const subject = content === '' ? timeWords(positive) : content;
  const said = conceptsOf(
    subject,
    known.segmenter,
    [...quoted.map(asName), ...known.synonyms],
    known.statistics,
  );
  const figures = statedFigures(positive);
  const concepts = [...said, ...contextConcepts(context, said, known)];
  const unit = part ? undefined : askedUnit(positive);
  const time = timeAsked(positive, reports);
  const query: QueryBeforeKinds = {
    text,
    slips,
    content,
    phrases: content.split(/\s+/u).map(flatten).join(' '),
    scope: atTime(scope, yearsIn(positive), known),
    names,
    time,
    thisYear: known.thisYear,
    planned: plannedIn(positive),
    span: spanIn(positive),
    tail: said.at(-1)?.said ?? null,
    origins: originsOf(
      { place: names.length > 0, time: saysTime(time), subject: said.length > 0 },
      inherited,
    ),
    wants: wantsIn(positive),
    unit,
    head: headOf(positive, said),
    asksMany: asksMany(positive) || figures.length > 1,
    locations: locationsIn(positive),
    ...(part && { part }),
    quoted,
    concepts,
    terms: weightedTerms(subject, said, context, known.segmenter),
    figures,
    focus,
  };
  return { ...query, kinds: kindsOf(query, known.kindModel) };
}

/** The year of a report names the report: what is asked of it may be of the year before. */
const timeAsked = (text: string, reports: readonly ReportName[]): Query['time'] =>
  yearsIn(
    reports.length > 0
      ? reports.reduce((rest, { said }) => rest.replace(said, ' '), flatten(text))
      : text,
  );

/** Of several documents of a place named, those of the time asked, and those the question itself names. */
function atTime(scope: Scope, time: Query['time'], known: Understanding): Scope {
  const { documentIds, preferredIds } = scope;
  const named = known.documents.filter(({ id }) => documentIds.includes(id));
  const places = [...new Set(named.map(({ region }) => region))];
  const ofTime = places.flatMap((place) =>
    documentsOfTime(
      named.filter(({ region }) => region === place),
      time,
      known.thisYear,
    ),
  );
  const kept = new Set([...ofTime.map(({ id }) => id), ...preferredIds]);
  return { ...scope, documentIds: documentIds.filter((id) => kept.has(id)) };
}

/** Whether a quotation names a thing (“六大中心”) rather than saying a sentence. */
const isName = (words: string): boolean =>
  words.length >= 2 && words.length <= MAX_NAME_CHARS && !PLAN_NUMBER.test(words);
/** “十四五” names a time. */
const PLAN_NUMBER = /^十[一二三四五六]五$/u;
const MAX_NAME_CHARS = 10;

/** A quoted name is one thing, however it would be cut. */
const asName = (everyday: string): Synonym => ({ everyday, official: [], weight: 1 });

/** Of what a question has: its own, unless earlier turns gave it. */
function originsOf(
  has: Readonly<Record<keyof Query['origins'], boolean>>,
  inherited: Before['inherited'],
): Query['origins'] {
  const parts = ['place', 'time', 'subject'] as const;
  return Object.fromEntries(
    parts
      .filter((part) => has[part])
      .map((part) => [part, inherited.includes(part) ? 'inherited' : 'said']),
  );
}

const saysTime = ({ years, periods, now, relative = [] }: Query['time']): boolean =>
  years.length + periods.length + relative.length > 0 || now;

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
      isInherited: true,
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
