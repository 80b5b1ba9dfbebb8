/** Where a text says a time: a year or several, the number of a plan, a year counted from this one. */
const TIME_WORDS =
  /(?<!\d)(?:19|20)\d{2}(?!\d)\s*年?(?:底|末)?(?:\s*[-—–~至到→]+\s*(?:19|20)\d{2}\s*年?)?|(?<!\d)\d{2}年(?!以)(?:底|末)?|[“"']?十[一二三四五六七]五[”"']?(?:规划)?(?:时期|期间)?(?:末|收官)?(?:那年|之年)?|(?<![\d十百千万])[“"']?[六七八九]五[”"']?(?=计划|规划|时期|期间|末|呢|[，,?？]|$)(?:时期|期间)?末?|收官那?之?年|期末|今年|去年|前年|明年|后年(?!均)|本年|上年(?!同期)|现在|目前|眼下|当前/gu;

/** As said, each once, in the order of the text. Reads a plain text. */
export const timeWordsIn = (text: string): string[] => [
  ...new Set((text.match(TIME_WORDS) ?? []).map((said) => said.trim())),
];

export const withoutTimeWords = (text: string): string => text.replace(TIME_WORDS, ' ');
