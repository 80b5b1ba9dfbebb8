import type { Passage, PlanDocument, Responsibility, Section } from '../model.ts';
import { headingText } from './heading-text.ts';
import { readResponsibleBracket } from './responsibility-bracket.ts';
import { responsibleText, sectionsOf } from './tasks.ts';

/** Who does the numbered tasks of a document; nothing where it has none. */
export function responsibilitiesOf(
  document: PlanDocument,
  passages: readonly Passage[],
): readonly Responsibility[] {
  return sectionsOf(document.children)
    .filter((section) => section.kind === 'task')
    .map((section, index) => {
      const text = responsibleText(section);
      const responsible = text === null ? null : readResponsibleBracket(text);
      return {
        documentId: document.info.id,
        number: Number(/\d+/.exec(section.number ?? '')?.[0] ?? index + 1),
        title: section.title,
        leads: responsible?.leads ?? [],
        supports: responsible?.supports ?? [],
        lines: section.lines,
        passageId: passageOf(section, text, passages)?.id ?? '',
      };
    });
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
