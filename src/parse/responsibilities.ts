import type { Passage, PlanDocument, Responsibility, Section, TextBlock } from '../model.ts';
import { readOrdinal } from './chinese-number.ts';
import { headingText } from './heading-text.ts';
import { readResponsibleBracket } from './responsibility-bracket.ts';
import { responsibleTexts, sectionsOf } from './tasks.ts';

/** A section, or a paragraph of it, and the texts that say who does it; empty where none does. */
interface Duty {
  readonly section: Section;
  readonly blocks: readonly TextBlock[];
  readonly title: string;
}

/**
 * Who does what in a document: its numbered tasks, and whatever else ends in the bracket of those responsible;
 * nothing where it has neither. Numbers are as printed, or where those restart their place in the text.
 */
export function responsibilitiesOf(
  document: PlanDocument,
  passages: readonly Passage[],
): readonly Responsibility[] {
  const duties = sectionsOf(document.children).flatMap(dutiesOf);
  const numbers = duties.map(({ section }) => printedNumber(section));
  const areUnique = new Set(numbers).size === numbers.length && !numbers.includes(0);
  return duties.map(({ section, blocks, title }, index) => {
    const responsible = blocks.flatMap(({ text }) => readResponsibleBracket(text) ?? []);
    return {
      documentId: document.info.id,
      number: areUnique ? (numbers[index] ?? index + 1) : index + 1,
      title,
      leads: responsible.flatMap(({ leads }) => leads),
      supports: responsible.flatMap(({ supports }) => supports),
      lines: section.lines,
      passageId: passageOf(section, blocks.at(-1)?.text ?? null, passages)?.id ?? '',
    };
  });
}

/** A task has one, said or not; another section as many as its paragraphs say. */
function dutiesOf(section: Section): readonly Duty[] {
  const blocks = responsibleTexts(section);
  if (section.kind === 'task') {
    return [{ section, blocks, title: section.title }];
  }
  return blocks.map((block) => ({
    section,
    blocks: [block],
    title: (blocks.length > 1 ? block.lead : null) ?? section.title,
  }));
}

function printedNumber(section: Section): number {
  const digits = /\d+/.exec((section.number ?? '').normalize('NFKC'))?.[0];
  return digits === undefined
    ? readOrdinal((section.number ?? '').replace(/[^一二三四五六七八九十百零]/g, ''))
    : Number(digits);
}

/** The passage with the bracket, else the first of the task. */
function passageOf(
  section: Section,
  text: string | null,
  passages: readonly Passage[],
): Passage | undefined {
  const heading = headingText(section);
  const own = passages.filter(
    ({ headingPath, lines, kind }) =>
      kind === 'text' &&
      headingPath.includes(heading) &&
      lines[0] >= section.lines[0] &&
      lines[1] <= section.lines[1],
  );
  const ending = text?.slice(-20);
  return own.find((passage) => ending !== undefined && passage.text.includes(ending)) ?? own[0];
}
