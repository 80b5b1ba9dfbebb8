/** Who does a task, as the bracket at its end says. */
export interface Responsible {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
}

const LABELS =
  '(?:(?:牵头|主责|责任|负责|配合|参与|参加|协助|协同|协办|承办|主办|落实)(?:单位|部门|机构|地区|主体)|责任(?:处室|科室|人))';
const BRACKET =
  /[（(【[［〔]([^（）()【】［］]*(?:[（(][^（）()]*[）)][^（）()【】［］]*)*(?:牵头|负责|配合|参与|参加|协助|落实|单位|部门|承办|主办)[^（）()【】［］]*(?:[（(][^（）()]*[）)][^（）()【】［］]*)*)[）)】\]］〕]\s*[。.；;]?\s*$/;
/** 责任单位：… at the end or on a line of its own, without a bracket. */
const LABEL_LINE = new RegExp(`(?:^|[。；]\\s*)(${LABELS}\\s*[:：][^。]*)。?$`);
/** It stands at the end of a text; more is not looked at. */
const MAX_BRACKET = 400;
const DUTY =
  /(?:(?:按照?|依)?(?:各自)?(?:职责|职能)(?:分工)?(?:分别|共同)?(?:负责|落实|推进)|牵头负责|牵头落实|牵头组织|共同负责|共同牵头|分别负责|分别牵头|分工负责|具体负责|牵头|负责|落实|配合|参与|参加|协助|协同|指导|承办|主办)$/;
const LABEL = new RegExp(`^(${LABELS})\\s*[:：]`);
/** A label that begins in the middle of a part: 牵头单位：甲 配合单位：乙. */
const LABEL_INSIDE = new RegExp(`(?<=\\S)\\s*(?=${LABELS}\\s*[:：])`, 'g');
const SUPPORTING = /配合|参与|参加|协助|协同|协办|指导/;
/** Beside a 牵头单位 the 责任单位 are those that take part. */
const TAKES_PART = /责任|落实/;
/** 甲牵头，乙按职责分工负责: so do they. */
const SHARES = /职责|职能|分工|分别|落实/;
/** 甲会同乙: the first leads. */
const TOGETHER = /^(.+?)会同(.+)$/;
/** 等部门 closes a list and names nobody. */
const AND_OTHERS = /等(?:有关|相关)?(?:部门单位|部门|单位|部门和单位)?$/;

/** null where the text does not end in such a bracket, and is no line of one. */
export function readResponsibleBracket(text: string): Responsible | null {
  const tail = text.slice(-MAX_BRACKET);
  const inside = BRACKET.exec(tail)?.[1] ?? LABEL_LINE.exec(tail)?.[1];
  return inside === undefined ? null : readDuties(inside);
}

/** Where the bracket begins; the text's length where there is none. */
export function bracketStart(text: string): number {
  const tail = text.slice(-MAX_BRACKET);
  const match = BRACKET.exec(tail);
  if (match?.[1] === undefined || readDuties(match[1]) === null) return text.length;
  return text.length - tail.length + match.index;
}

/** Names before the duty that ends their part, or after the label that holds until the next. */
function readDuties(inside: string): Responsible | null {
  const leads: string[] = [];
  const supports: string[] = [];
  let label: string | null = null;
  let isSupporting = false;
  let waiting: readonly string[] = [];
  for (const part of inside.replace(LABEL_INSIDE, '；').split(/[，,；;。]/)) {
    const ownLabel = LABEL.exec(part)?.[1];
    label = ownLabel ?? label;
    const duty: string | undefined = label ?? DUTY.exec(part)?.[0];
    const names = label === null ? part.replace(DUTY, '') : part.replace(LABEL, '');
    if (duty === undefined) {
      waiting = [...waiting, ...splitNames(names)];
      continue;
    }
    const [, first = names, others = ''] = TOGETHER.exec(names) ?? [];
    if (ownLabel !== undefined || label === null) {
      const isAfterLead = leads.length > 0 && (label === null ? SHARES : TAKES_PART).test(duty);
      isSupporting = SUPPORTING.test(duty) || isAfterLead;
    }
    (isSupporting ? supports : leads).push(...waiting, ...splitNames(first));
    supports.push(...splitNames(others));
    waiting = [];
  }
  return leads.length + supports.length === 0 ? null : { leads, supports };
}

function splitNames(names: string): readonly string[] {
  return names
    .replace(AND_OTHERS, '')
    .split(
      /(?<!各[省市县区州盟旗]{1,3}(?=、[市县区州旗][（(区人政]))、|等(?:部门|单位)?[和与及](?=各|有关|相关)/,
    )
    .map((name) => name.trim().replace(/^由/, ''))
    .filter((name) => name !== '' && !/^(?:以下|以上|均)/.test(name));
}
