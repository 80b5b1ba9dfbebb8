import type { Planned } from '../language/aims.ts';
import type { Want } from '../language/question-wordings.ts';
import type { Span } from '../language/spans.ts';
import type { AskedUnit } from './asked-unit.ts';
import type { Location } from './location.ts';
import type { PlanPart } from './plan-part.ts';
import type { Slip } from './slips.ts';
import type { YearsSaid } from './years.ts';

/** One thing the question is about, with every wording that means it. */
export interface Concept {
  /** As the question says it, flattened. */
  readonly said: string;
  /** `said` itself (weight 1) and official wordings (less). */
  readonly forms: readonly { readonly text: string; readonly weight: number }[];
  /** How much finding it tells: inverse document frequency of its rarest known form. */
  readonly weight: number;
  /** No wording of it stands in any document. */
  readonly unknown: boolean;
  /** A noun or name: not knowing it matters more than not knowing how it is put. */
  readonly isThing: boolean;
  /** Said by an earlier turn, not by this one. */
  readonly isInherited?: boolean;
}

/** Which documents are meant. */
export interface Scope {
  /** Documents named, by title, alias or region; empty where the question names none. */
  readonly documentIds: readonly string[];
  /** Those of them whose sort the question names (规划, 任务), or that it names exactly. */
  readonly preferredIds: readonly string[];
  /** Short names of the regions named that have a document (淄川, 高新区). */
  readonly regions: readonly string[];
  /** Named by nothing more than 全市 or the like, which may be any city's. */
  readonly isLoose: boolean;
  /** How a text may name these regions: their short names and what is left of them (高新区 of 淄博高新区). */
  readonly regionNames: readonly string[];
  /** Places named that govern themselves but have no document here (张店区, 北京市). */
  readonly absentRegions: readonly string[];
  /** Those of them that lie in a region named: what is said of the whole region is not said of them. */
  readonly parts: readonly string[];
  /** Waters, hills, towns and villages named that the documents speak of. */
  readonly places: readonly string[];
  /** 三个区、各区、哪个区: every region side by side. */
  readonly everyRegion: boolean;
}

/** What sort of answer a question wants; each has a chance, see `Query.kinds`. */
export type QuestionKind =
  | 'number'
  | 'list'
  | 'compare'
  | 'overview'
  | 'definition'
  | 'who'
  | 'when'
  | 'where'
  | 'quote'
  | 'check'
  | 'why'
  | 'guide';

/** Where a part of a question comes from: this turn, nobody (it was guessed), or earlier turns. */
export type Origin = 'said' | 'assumed' | 'inherited';

/** A question understood. Everything later stages know of it. */
export interface Query {
  /** Plain and normalised. */
  readonly text: string;
  /** Names that were misspelt; `text` has them right. */
  readonly slips: readonly Slip[];
  /** What it is about: `text` without places, years, document names and question words; runs between spaces. */
  readonly content: string;
  /** `content` flattened run by run, for matching word for word. */
  readonly phrases: string;
  readonly scope: Scope;
  /** Names of places and documents, as the question says them. */
  readonly names: readonly string[];
  /** As said; `askedYears` gives the years that a document takes 今年 and 去年 for. */
  readonly time: YearsSaid;
  /** By the clock. */
  readonly thisYear: number;
  /** What the wording asks for; null where it says neither or both, so that years and document decide. */
  readonly planned: Planned | null;
  /** Of one year or of several together; null where neither is said. */
  readonly span: Span | null;
  /** The chance, 0 to 1, that such an answer is wanted: features, never switches. */
  readonly kinds: Readonly<Record<QuestionKind, number>>;
  /** The last noun or verb that says something of what is asked. */
  readonly tail: string | null;
  /** Where place, time and subject come from; left out where the question has none. */
  readonly origins: { readonly place?: Origin; readonly time?: Origin; readonly subject?: Origin };
  readonly wants: ReadonlySet<Want>;
  readonly unit: AskedUnit | undefined;
  /** The thing whose figure is asked for. */
  readonly head: Concept | undefined;
  readonly asksMany: boolean;
  /** Numbered places it points at: 第四章, 专栏3. */
  readonly locations: readonly Location[];
  /** A part that every plan has (发展目标), where nothing else is asked for. */
  readonly part?: PlanPart;
  /** Words the question puts in quotation marks. */
  readonly quoted: readonly string[];
  readonly concepts: readonly Concept[];
  /** Index terms with weights: literal 1, synonyms less, context of earlier turns less still. */
  readonly terms: ReadonlyMap<string, number>;
  /** Figures the question itself states (24家, 25%), to be checked rather than looked for. */
  readonly figures: readonly string[];
  /** Passages an earlier turn stood on: what lies near them is more likely meant. */
  readonly focus: readonly string[];
}
