import type { GlossaryEntry, Lines, Passage, PlanDocument, Section, TextBlock } from '../model.ts';
import { isGlossaryTitle } from './glossary-title.ts';
import { sectionsOf } from './tasks.ts';

/** A term with what it means, before it is known which passage holds it. */
interface Explained {
  readonly term: string;
  readonly definition: string;
  readonly lines: Lines;
}

const MAX_TERM = 40;
const MARK_BETWEEN = /^[”"」』]?\s*(?:[：:。，,]|——|—|－)*\s*/u;
const NUMBER =
  '(?:[（(［[〔]?\\d{1,3}[）)］\\]〕]?[.．、]?\\s*|[①-⑳]\\s*|[●•▪◆·]\\s*|——\\s*|注\\s*\\d*\\s*[:：.]\\s*)?';
/** 双一流：…, “双一流”是指…, EOD即…; the definition says something. */
const TERM_LINE = new RegExp(
  `^${NUMBER}(?<term>[^。；;：:]{1,${MAX_TERM}}?)(?:[：:]\\s*|，?(?=是指|系指|指的是|是.{2,60}的(?:简称|统称|总称|缩写)|即))(?<definition>.{4,})$`,
  'u',
);
/** 本办法所称公共租赁住房，是指…。: a regulation explains its own words where it uses them first. */
const SO_CALLED =
  /本(?:办法|规定|条例|规划|纲要|方案|意见|通知|预案|细则|法|计划|规则|标准)(?:中)?所(?:称|指)的?(?<term>[^，。；：]{1,40}?)，?(?<definition>(?:是指|系指|包括|指)[^。]{4,}。)/gu;

/** The terms that a document explains: its 名词解释, its notes, and what it says it means by a word. */
export function glossaryOf(
  document: PlanDocument,
  passages: readonly Passage[],
): readonly GlossaryEntry[] {
  const sections = sectionsOf(document.children);
  const glossaries = sections.filter(
    ({ kind, title }) => kind !== 'panel' && isGlossaryTitle(title),
  );
  const inside = new Set(glossaries.flatMap((section) => sectionsOf([section])));
  const texts = [
    ...document.children.filter(isText),
    ...sections.filter((section) => !inside.has(section)).flatMap(textsOf),
  ];
  const explained = [
    ...glossaries.flatMap(entriesIn),
    ...texts.flatMap((block) => (block.kind === 'note' ? termLine(block) : soCalled(block))),
  ];
  return explained.map((entry) => ({
    documentId: document.info.id,
    ...entry,
    passageId: passageOf(entry, passages)?.id ?? '',
  }));
}

/** Each numbered part is a term with its text; other lines bring term and meaning themselves. */
function entriesIn(glossary: Section): readonly Explained[] {
  return glossary.children.flatMap((child): readonly Explained[] => {
    if (child.type === 'table') return [];
    if (child.type === 'text') return termLine(child);
    const own = entryOf(child);
    return own === null ? entriesIn(child) : [own];
  });
}

function entryOf(section: Section): Explained | null {
  const texts = textsOf(section).map(({ text }) => text);
  const definition = texts
    .map((text, index) => (index === 0 ? afterTitle(text, section) : text))
    .filter((text) => text !== '')
    .join('\n');
  const term = section.title.replace(/[：:]$/u, '');
  if (definition === '' || term.length > MAX_TERM) return null;
  return { term, definition, lines: section.lines };
}

/** What a run-in heading's paragraph says after the title. */
function afterTitle(text: string, { number, title }: Section): string {
  if (number === null || !text.startsWith(number)) return text;
  const at = text.indexOf(title);
  return at < 0 ? text : text.slice(at + title.length).replace(MARK_BETWEEN, '');
}

function termLine(block: TextBlock): readonly Explained[] {
  const { term, definition } = TERM_LINE.exec(block.text)?.groups ?? {};
  if (term === undefined || definition === undefined) return [];
  return [{ term: term.trim(), definition, lines: block.lines }];
}

function soCalled(block: TextBlock): readonly Explained[] {
  return [...block.text.matchAll(SO_CALLED)].flatMap(({ groups }) =>
    groups?.term === undefined || groups.definition === undefined
      ? []
      : [{ term: groups.term, definition: groups.definition, lines: block.lines }],
  );
}

function textsOf(section: Section): readonly TextBlock[] {
  return section.children.filter(isText);
}

function isText(node: Section['children'][number]): node is TextBlock {
  return node.type === 'text' && node.kind !== 'front';
}

/** The passage that holds the beginning of the definition. */
function passageOf(
  { definition, lines }: Explained,
  passages: readonly Passage[],
): Passage | undefined {
  const beginning = definition.slice(0, 30);
  const near = passages.filter(
    (passage) =>
      passage.lines[0] <= lines[1] && passage.lines[1] >= lines[0] && passage.kind !== 'outline',
  );
  return near.find(({ text }) => text.includes(beginning)) ?? near[0];
}
