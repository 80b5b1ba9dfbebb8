/** Who does a task, as the bracket at its end says. */
export interface Responsible {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
}

const BRACKET =
  /[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*(?:牵头|负责|配合|参与|协助|落实|单位|部门)[^（）()]*)[）)]\s*[。.]?\s*$/;
/** It stands at the end of a text; more is not looked at. */
const MAX_BRACKET = 400;
const DUTY =
  /(?:牵头负责|共同负责|分别负责|分工负责|按职责分工负责|牵头|负责|落实|配合|参与|协助|协同)$/;
const LABEL =
  /^(牵头(?:单位|部门)|责任(?:单位|部门)|配合(?:单位|部门)|参与(?:单位|部门)|主责单位)[:：]/;
const SUPPORTING = /配合|参与|协助|协同/;
/** Beside a 牵头单位 the 责任单位 are those that take part. */
const TAKES_PART = /责任/;
/** 等部门 closes a list and names nobody. */
const AND_OTHERS = /等(?:有关|相关)?(?:部门单位|部门|单位|部门和单位)?$/;

/** null where the text does not end in such a bracket. */
export function readResponsibleBracket(text: string): Responsible | null {
  const inside = BRACKET.exec(text.slice(-MAX_BRACKET))?.[1];
  if (inside === undefined) return null;
  const leads: string[] = [];
  const supports: string[] = [];
  for (const part of inside.split(/[，,；;]/)) {
    const label = LABEL.exec(part)?.[1];
    const duty = label ?? DUTY.exec(part)?.[0];
    if (duty === undefined) continue;
    const names = label === undefined ? part.replace(DUTY, '') : part.replace(LABEL, '');
    const isSupporting = SUPPORTING.test(duty) || (TAKES_PART.test(duty) && leads.length > 0);
    (isSupporting ? supports : leads).push(...splitNames(names));
  }
  return leads.length + supports.length === 0 ? null : { leads, supports };
}

/** Where the bracket begins; the text's length where there is none. */
export function bracketStart(text: string): number {
  const tail = text.slice(-MAX_BRACKET);
  const match = readResponsibleBracket(tail) === null ? null : BRACKET.exec(tail);
  return match === null ? text.length : text.length - tail.length + match.index;
}

function splitNames(names: string): readonly string[] {
  return names
    .replace(AND_OTHERS, '')
    .split('、')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
