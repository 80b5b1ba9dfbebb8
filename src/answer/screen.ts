const MAX_QUESTION_CHARS = 2_000;
const EXAMPLE = '例如：“淄川区2025年常住人口城镇化率的目标是多少？”';

/** Why a question is not looked up at all, in words for the person; undefined when it is. */
export function rejection(raw: string): string | undefined {
  if (raw.length > MAX_QUESTION_CHARS)
    return `问题太长了（${raw.length} 个字符，最多 ${MAX_QUESTION_CHARS} 个）。请只留下要问的那一句。`;
  if (raw.trim() === '') return `请输入要问的问题。${EXAMPLE}`;
  return undefined;
}
