/** Longer questions are turned down. */
export const MAX_QUESTION_CHARS = 2000;

export const tooLong = (text: string): string =>
  `太长了（${text.length} 个字符，最多 ${MAX_QUESTION_CHARS} 个）。请只留下要找的几个词或要问的那一句。`;
