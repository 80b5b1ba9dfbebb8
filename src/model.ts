/**
 * The words of the domain, as types. Nothing here runs.
 *
 * Glossary (Chinese of the field · name in code):
 *   规划/计划 plan document · 篇 part · 章 chapter · 节 section · 条 article · 一、 item · （一） subitem ·
 *   一是 / 1． point · 附件 annex · 名词解释 glossary · 任务 task · 专栏 panel · 导语 lead · 指标 indicator · 基期 base · 目标 target · 牵头 leads · 配合 supports
 *
 * Units and bases: `lines` and `page` count from 1, both ends included; `rank` counts from 1;
 * a `score` is higher for better; offsets are UTF-16 code units from 0, end excluded; dates are ISO 8601.
 */

/** First and last line of the reading text; of plain text, of the file itself. */
export type Lines = readonly [first: number, last: number];

/** The forms a document can come in; what a file is, is told by its bytes. */
export type SourceFormat =
  | 'txt'
  | 'md'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'doc'
  | 'rtf'
  | 'pdf'
  | 'xlsx';

/** Where in the original file a block stands; pages, rows, paragraphs and lines count from 1. */
export type Place =
  | { readonly type: 'page'; readonly page: number }
  | { readonly type: 'paragraph'; readonly ordinal: number }
  | { readonly type: 'element'; readonly line: number; readonly anchor: string | null }
  | { readonly type: 'cell'; readonly sheet: string; readonly row: number }
  | { readonly type: 'line'; readonly line: number };

export interface SourceCell {
  /** From 0. */
  readonly column: number;
  /** Columns and rows it covers, at least 1. */
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
}

export interface SourceRow {
  readonly cells: readonly SourceCell[];
  readonly place: Place;
}

/** What a format knows of a piece of text. A level is a hint; the numbering decides. */
export type SourceBlock =
  | {
      readonly type: 'heading';
      /** From 1, the outermost. */
      readonly level: number;
      /** An automatic number, restored; null where the text brings its own or has none. */
      readonly number: string | null;
      readonly text: string;
      readonly place: Place;
    }
  | { readonly type: 'paragraph' | 'note'; readonly text: string; readonly place: Place }
  | {
      readonly type: 'table';
      readonly title: string | null;
      readonly headerRows: number;
      readonly rows: readonly SourceRow[];
      readonly place: Place;
    };

/** A file, read: its blocks in the order of reading. Of plain text each line is a paragraph. */
export interface SourceDocument {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
  /** Null where the format has none. */
  readonly pages: number | null;
  /** What was dropped or could not be read, in Chinese, for people. */
  readonly warnings: readonly string[];
}

/** What was read of a file. The lines of its document are lines of this text. */
export interface Reading {
  readonly format: SourceFormat;
  /** A line for each paragraph and each row of a table; of plain text the text itself. */
  readonly text: string;
  /** Line n was read from `places[n - 1]`; empty for plain text, whose lines are the file's own. */
  readonly places: readonly Place[];
  readonly warnings: readonly string[];
}

/** A file of the seeds folder that cannot be read, and what to do about it. */
export interface Refusal {
  readonly file: string;
  /** One of the FILE_ codes. */
  readonly code: string;
  /** Chinese: what happened, and what to do. */
  readonly message: string;
  /** The document of an earlier reading that still answers; null where there is none. */
  readonly keptAs: string | null;
}

export const DOCUMENT_KINDS = [
  'five-year-plan',
  'annual-plan',
  'work-report',
  'proposal',
  'task-list',
  'regulation',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What each is called. */
export const KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  'five-year-plan': '五年规划',
  'annual-plan': '年度计划',
  'work-report': '政府工作报告',
  proposal: '规划建议',
  'task-list': '任务清单',
  regulation: '政策文件',
  other: '文件',
};

/** What a document is; read from its own head, the catalogue wins. */
export interface DocumentInfo {
  /** Stable name, e.g. `zichuan-14fyp`; the seed's file stem unless the catalogue says otherwise. */
  readonly id: string;
  /** File name inside the seeds folder. */
  readonly file: string;
  readonly title: string;
  /** What a person calls it in a sentence, e.g. 淄川区“十四五”规划. */
  readonly shortTitle: string;
  /** The place it governs, e.g. 淄川区; null where nothing says so. */
  readonly region: string | null;
  /** Other names of the document or its place, as people say them (淄川, 高新区, 那份2023年任务). */
  readonly aliases: readonly string[];
  readonly issuer: string | null;
  /** 文号, e.g. 川政发〔2021〕2号. */
  readonly documentNumber: string | null;
  /** Signed, given or adopted, else published; ISO 8601. */
  readonly issuedOn: string | null;
  /** When a page or a newspaper printed it; left out where nothing says so. */
  readonly publishedOn?: string;
  /** First and last year it plans for. */
  readonly period: readonly [from: number, to: number] | null;
  readonly kind: DocumentKind;
  readonly sourceUrl: string | null;
  /** Id of the former edition that this one takes the place of; left out where there is none. */
  readonly replaces?: string;
  /** Id of the edition that took its place; left out of a valid one. */
  readonly replacedBy?: string;
}

/** The kind follows the numbering, whatever its depth; of 1, 1.1, 1.1.1 chapter, section, item. */
export type SectionKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'item'
  | 'subitem'
  | 'point'
  | 'task'
  | 'panel'
  | 'annex'
  | 'heading';

/** A node of the heading tree. Children keep the order of the text. */
export interface Section {
  readonly type: 'section';
  readonly kind: SectionKind;
  /** As printed: 第一章, （一）, 1．, 1.2, 一是, 专栏 1, 附件2; null of an unnumbered heading. */
  readonly number: string | null;
  /** Without the number; of a run-in heading the words up to its full stop. */
  readonly title: string;
  /** From the heading's first line to the last line of what belongs to it. */
  readonly lines: Lines;
  /** Where the heading itself stands. */
  readonly headingLines: Lines;
  readonly page: number | null;
  readonly children: readonly (Section | Block)[];
}

export type Block = TextBlock | Table;

/** Where in a text the next seed line begins. */
export interface Wrap {
  readonly offset: number;
  readonly line: number;
  readonly page: number | null;
}

/** A paragraph, a list item, a line of front matter or a note. */
export interface TextBlock {
  readonly type: 'text';
  readonly kind: 'front' | 'paragraph' | 'caption' | 'note';
  /** The seed's own characters; only line wraps, page marks and cell bars are gone. */
  readonly text: string;
  /** Opening phrase that stands in for a lost heading (综合实力稳步提升), without its full stop. */
  readonly lead: string | null;
  readonly lines: Lines;
  readonly page: number | null;
  /** Set where what stood right before it in the file is none of the document's own text. */
  readonly isApart?: true;
  /** Left out for a text that stands on one line. */
  readonly wraps?: readonly Wrap[];
}

export interface Table {
  readonly type: 'table';
  readonly title: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly TextBlock[];
  readonly lines: Lines;
  readonly page: number | null;
}

export interface TableRow {
  /** Group row it stands under, e.g. 经济发展. */
  readonly group: string | null;
  /** One value a column as printed; null where print has no cell (merged or blank). `——` is a value. */
  readonly cells: readonly (string | null)[];
  /** The row as the seed has it, wraps and bars taken out. */
  readonly text: string;
  readonly lines: Lines;
  readonly page: number | null;
}

/** A row of a table of main indicators, read as data. Values are as printed. */
export interface Indicator {
  readonly documentId: string;
  readonly number: number;
  /** Without number and unit, e.g. 常住人口城镇化率. */
  readonly name: string;
  /** As printed between the last brackets of the name, e.g. %; null where none is. */
  readonly unit: string | null;
  readonly group: string | null;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly base: string | null;
  readonly target: string | null;
  /** 年均增速/[累计]. */
  readonly change: string | null;
  /** 预期性 or 约束性. */
  readonly property: string | null;
  /** Text of the notes under the table that name this row, joined; null where none does. */
  readonly note: string | null;
  readonly tableTitle: string;
  readonly lines: Lines;
  readonly page: number | null;
  /** The passage of the row. */
  readonly passageId: string;
}

/**
 * Who does a numbered task, or what else ends in the names of those responsible. Both lists are empty where the
 * text names nobody. Where the printed numbers restart `number` is the place in the text, from 1.
 */
export interface Responsibility {
  readonly documentId: string;
  readonly number: number;
  readonly title: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly lines: Lines;
  /** The passage that holds the bracket naming them; of the task's heading where there is none. */
  readonly passageId: string;
}

/** A term that a document explains: 名词解释, or 本规划所称X是指… */
export interface GlossaryEntry {
  readonly documentId: string;
  readonly term: string;
  /** Word for word, without the term and the mark between them. */
  readonly definition: string;
  readonly lines: Lines;
  /** The passage that holds the definition. */
  readonly passageId: string;
}

export interface PlanDocument {
  readonly info: DocumentInfo;
  /** How many pages the text itself proves; null where it proves none. */
  readonly pages: number | null;
  readonly children: readonly (Section | Block)[];
}

/**
 * What is indexed, retrieved and cited.
 * `text`: a run of sentences of one section · `row`: one row of a table, with the table's title and column
 * names repeated before it · `note`: a note under a table · `outline`: a section's own heading and those of
 * its children, one a line · `front`: title, number, issuer, date.
 */
export type PassageKind = 'text' | 'row' | 'note' | 'outline' | 'front';

export interface Passage {
  /** Hash of document, heading path, text and ordinal among equals: stays when the text stays. */
  readonly id: string;
  readonly documentId: string;
  /** Position in the document, from 0. */
  readonly ordinal: number;
  readonly kind: PassageKind;
  /** Headings from the outermost, number and title as printed; the lead last where there is one. */
  readonly headingPath: readonly string[];
  readonly text: string;
  /**
   * What may be quoted: equal to `text`, but for a `row` only the row itself (no repeated title and column
   * names), for an `outline` still one heading a line. White space aside each line stands in the seed.
   */
  readonly quotable: string;
  readonly lines: Lines;
  readonly page: number | null;
}

/** A passage found, and how well. */
export interface Hit {
  readonly passage: Passage;
  readonly score: number;
}

/** Words before and after a quote in its passage let a reader see it in place. */
export interface Citation {
  /** The mark, from 1 in order of first use. */
  readonly n: number;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly headingPath: readonly string[];
  readonly page: number | null;
  readonly lines: Lines;
  /** Word for word from the passage's `quotable`; parts left out are shown as …… */
  readonly quote: string;
  /** Which letters of `quotable` the quote is made of, e.g. 0-21,40-63; left out where it is all of them. */
  readonly words?: string;
  readonly passageId: string;
  readonly passage: string;
  readonly url: string;
}

/** A figure our own code worked out of cited ones. */
export interface Computed {
  readonly value: string;
  readonly how: 'difference' | 'ratio' | 'sum' | 'count';
  /** The operands as printed; empty for a count. */
  readonly from: readonly string[];
}

/** One sentence of an answer with what proves it. */
export interface Claim {
  /** Without marks. */
  readonly text: string;
  /** Numbers of citations, from 1. */
  readonly citations: readonly number[];
  readonly computed?: readonly Computed[];
}

/** `guide`: a word of the program about itself (greeting, help, what it can do), without claims. */
export type Outcome = 'answered' | 'not-found' | 'guide' | 'rejected';

/** A quotation that is near what was asked, offered as such and never as the answer. */
export interface Nearest {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly headingPath: readonly string[];
  /** Word for word from the passage's `quotable`. */
  readonly quote: string;
  readonly passageId: string;
  readonly url: string;
}

export type AnswerKind =
  | 'indicator'
  | 'comparison'
  | 'responsibility'
  | 'outline'
  | 'document'
  | 'list'
  | 'check'
  | 'passage'
  | 'none';

export interface Timings {
  readonly retrieveMs: number;
  readonly totalMs: number;
}

/** A sentence of a model's that was not proven. */
export interface RefusedClaim {
  readonly text: string;
  readonly why: string;
}

/** What a model proposed for an answer, and what became of it. */
export interface Wording {
  /** Claims, those of a second try included. */
  readonly proposed: number;
  readonly proven: number;
  /** Of the proven, those of the second try. */
  readonly repaired: number;
  /** Claims that were proven in neither try, by what was wrong with them. */
  readonly dropped: Readonly<Record<string, number>>;
  /** The same one by one: what was said, and in words for the person why it is not shown. */
  readonly refused: readonly RefusedClaim[];
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Until the first claim was proven; null where none was. */
  readonly firstClaimMs: number | null;
  readonly totalMs: number;
}

export interface Answer {
  readonly question: string;
  readonly outcome: Outcome;
  readonly kind: AnswerKind;
  /** What the person reads, with [n] marks; at most 800 characters, 1,200 where a model worded it. */
  readonly answer: string;
  readonly claims: readonly Claim[];
  readonly citations: readonly Citation[];
  /** The judge's chance, 0 to 1, that this answers what was asked; left out where nothing was judged. */
  readonly confidence?: number;
  /** Of a not-found: at most five, 600 characters together, best first; left out where nothing is near. */
  readonly nearest?: readonly Nearest[];
  /** Up to three next questions that the documents do answer; left out where there is none. */
  readonly suggestions?: readonly string[];
  /** Retrieved, best first, at most 20. */
  readonly passages: readonly Hit[];
  readonly timings: Timings;
  /** Name of the model that worded it; left out where the words are the documents' own. */
  readonly model?: string;
  /** Left out where no model was asked to word it. */
  readonly wording?: Wording;
  /** Things to know beside the answer: what was inherited, what was dropped, what qualifies a figure. */
  readonly notes: readonly string[];
}

/** What is proven of an answer while the rest is still being worded. */
export type AnswerSoFar = Pick<Answer, 'answer' | 'claims' | 'citations'>;
