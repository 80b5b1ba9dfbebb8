import { contentOf } from './content-of.ts';

/** A part that every plan has. */
export interface PlanPart {
  /** The end of its heading. */
  readonly heading: RegExp;
  /** How it begins where the document has lost its headings. */
  readonly opening?: RegExp;
}

/** `heading` only where it goes by other names than those it is asked for by. */
const PARTS: readonly (Partial<PlanPart> & { readonly asked: RegExp })[] = [
  {
    asked: /(?:发展|主要|总体|预期|奋斗|规划|五年)目标/u,
    heading: /(?:发展|主要|总体|预期|奋斗|规划)目标/u,
    opening: /以下(?:主要|发展|奋斗)?目标[。:：]/u,
  },
  {
    asked: /远景目标/u,
    opening: /^(?:到|展望)(?:2035|二〇三五)年/u,
  },
  {
    asked: /指导思想/u,
    opening: /^高举中国特色社会主义伟大旗帜/u,
  },
  { asked: /基本原则/u, opening: /以下(?:基本)?原则[。:：]/u },
  {
    asked: /(?:战略|功能|发展|总体)定位/u,
    opening: /(?:战略|功能|发展|总体)定位[为是]/u,
  },
  { asked: /总体(?:要求|思路)/u },
  {
    asked: /成就|成绩|执行情况/u,
    opening: /^[“"]十[二三四五六]五[”"]时期是.*五年。/u,
  },
  {
    asked: /(?:形势|发展环境|机遇).{0,3}挑战|形势环境|发展环境|(?:面临|发展)的?形势/u,
    heading: /形势|发展环境|形势环境|挑战/u,
  },
];
/** What such a part is called with, and what says nothing beside its name. */
const BESIDE =
  /国民经济|经济|社会|规划|计划|纲要|[写做]?(?:汇报|材料)用?|和|与|的|主要|重大|面临|取得|发展|总体|情况|方面|时期|期间|未来|今后|今年|全年|[年到分有是要讲从了新]/gu;

/**
 * The part that a question asks for, with nothing else beside.
 * @param names of places and documents
 */
export function planPart(text: string, names: readonly string[]): PlanPart | undefined {
  const part = PARTS.find(({ asked }) => asked.test(text));
  if (!part) return undefined;
  const { asked, heading = asked, opening } = part;
  const rest = contentOf(text.replace(asked, ' '), names).replace(BESIDE, '').trim();
  if (rest !== '') return undefined;
  // A heading of two parts (总体要求和主要目标) is that of neither.
  return {
    heading: new RegExp(`^(?:[^和与]|经济和社会)*(?:${heading.source})$`, 'u'),
    ...(opening && { opening }),
  };
}
