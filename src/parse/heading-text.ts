import type { Section } from '../model.ts';

const SPACED_KINDS: ReadonlySet<Section['kind']> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'panel',
  'annex',
]);

/** A heading in one line as printed: 第一节 发展成就, 一、综合经济实力稳步提升, 9. 持续壮大产业链群. */
export function headingText(section: Section): string {
  const { number, title } = section;
  if (number === null) return title;
  return `${number}${isSpaced(section, number) ? ' ' : ''}${title}`.trimEnd();
}

/** Numbers that are words stand apart; of the others a run-in heading shows how it was set. */
function isSpaced(section: Section, number: string): boolean {
  if (SPACED_KINDS.has(section.kind)) return true;
  const [first] = section.children;
  return first?.type === 'text' && /^\s/.test(first.text.slice(number.length))
    ? first.text.startsWith(number)
    : false;
}

/** Whether a text is nothing but the heading of its section. */
export function isOnlyHeading(text: string, section: Section | null): boolean {
  if (section === null) return false;
  const bare = (value: string) => value.replace(/[\s。：:]/g, '');
  return bare(text) === bare(`${section.number ?? ''}${section.title}`);
}
