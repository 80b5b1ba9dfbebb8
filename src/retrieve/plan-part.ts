import { contentOf } from './wants.ts';

/** Parts that every plan has, by the names they go by. */
const PARTS: readonly RegExp[] = [
  /(?:发展|主要|总体|预期|奋斗|规划)目标/u,
  /远景目标/u,
  /指导思想/u,
  /基本原则/u,
  /(?:战略|功能|发展|总体)定位/u,
  /总体(?:要求|思路)/u,
];
/** What such a part is called with, and what says nothing beside its name. */
const BESIDE =
  /国民经济|经济|社会|和|与|的|主要|发展|总体|时期|期间|未来|今后|今年|全年|[年到分有是要讲]/gu;

/**
 * The name of the part that a question asks for and nothing else beside, as a pattern for the end of a heading.
 * @param names of places and documents
 */
export function planPart(text: string, names: readonly string[]): RegExp | undefined {
  const part = PARTS.find((pattern) => pattern.test(text));
  if (!part) return undefined;
  const rest = contentOf(text.replace(part, ' '), names).replace(BESIDE, '').trim();
  // A heading of two parts (总体要求和主要目标) is that of neither.
  return rest === '' ? new RegExp(`^[^和与]*(?:${part.source})$`, 'u') : undefined;
}
