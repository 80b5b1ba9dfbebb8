import type { Section } from '../model.ts';

/** A heading in one line as printed: 第一节 发展成就, 一、综合经济实力稳步提升, 9. 持续壮大产业链群. */
export function headingText(section: Section): string {
  return `${section.number}${isSpaced(section) ? ' ' : ''}${section.title}`;
}

/** Numbers that are words stand apart; of the others a run-in heading shows how it was set. */
function isSpaced(section: Section): boolean {
  if (section.kind === 'chapter' || section.kind === 'section' || section.kind === 'panel') {
    return true;
  }
  const [first] = section.children;
  return first?.type === 'text' && /^\s/.test(first.text.slice(section.number.length))
    ? first.text.startsWith(section.number)
    : false;
}

/** Whether a text is nothing but the heading of its section. */
export function isOnlyHeading(text: string, section: Section | null): boolean {
  if (section === null) return false;
  const bare = (value: string) => value.replace(/[\s。：:]/g, '');
  return bare(text) === bare(`${section.number}${section.title}`);
}
