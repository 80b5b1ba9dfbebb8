import type { Passage } from '../model.ts';
import type { Proof } from './draft.ts';
import { squeeze } from './quotes.ts';

const READER = '(?:AI|人工智能助手|大模型|语言模型|机器人|助手|智能体|assistant|chatbot|LLM|模型)';

/** Turns to a reader that is a machine: tells it to drop its rules, gives it a part to play, or says what to answer. */
const PLANTED = [
  /(?:忽略|无视|忘记|忘掉|不要理会|不必遵守|停止遵守|抛开|绕过|覆盖)[^。；\n]{0,12}(?:规则|指令|指示|提示词|系统提示|设定|限制|约束|束缚)|不再?受(?:任何|一切)?(?:规则|指令|设定|限制|约束|束缚)/u,
  /(?:忽略|无视|忘记|忘掉|不要理会)(?:以上|上述|前面|之前|此前|其他资料)|(?:以上|上述|上面|前面|之前)的?(?:内容|资料|要求|规则|说法)[^。；\n]{0,6}(?:作废|无效|不算)/u,
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}(?:instruction|rule|prompt|guideline|above|previous|earlier)/iu,
  /\b(?:answer|reply|respond|say|print|output|repeat|translate|mention|cite)\b[^.\n]{0,30}(?:\d|"|“|nothing|only|everything|english)/iu,
  /(?:system|developer)\s*(?:prompt|message|mode|override)|(?:系统|新)(?:提示|消息|指令)\s*[:：]|最高优先级(?:提示|消息|指令)|#+\s*指令|(?:^|[。\n])\s*指令[:：]|开发者模式|管理员模式|越狱模式|jailbreak|提示词/iu,
  /<\/?\s*(?:system|assistant|user|instructions?|evidence|question)\s*>|\[\/?INST\]|<\|[a-z_]+\|>|^\s*(?:system|assistant|user|AI)\s*[:：]/imu,
  new RegExp(
    `你(?:现在|从现在起|接下来)?(?:是|扮演|充当)[^。；\\n]{0,12}(?:${READER}|海盗|角色|管理员)`,
    'iu',
  ),
  new RegExp(
    `(?:作为|身为|对|给|致|请|hello)\\s*(?:一个|一名|各位|所有)?${READER}(?:[说请,，:：]|应|必须|须|的(?:说明|指令|指示|提示|要求|留言|备注|话))`,
    'iu',
  ),
  /你的(?:任务|职责|答案|回答|提示|规则)|(?:告诉|回复|提醒)(?:用户|提问者|他|她|对方)|(?:不要|(?<![分个特区级类])别)(?:告诉|引用|提及|提到|说)/u,
  /(?:如果|若|当|凡是|无论|不管|不论)[^。；\n]{0,8}(?:问|提问)[^。；\n]{0,20}(?:回答|回复|输出|答)/u,
  /(?:请|务必|必须|一律|直接|只|都)(?:[按用将把在][^。；\n]{0,8})?(?:回答|输出|answer|reply|respond)|请[^。；\n]{0,6}回复[:：“"]|回复[:：“"]/iu,
  /(?:把|将)(?:答案|回答|目标)[^。；\n]{0,4}(?:改|换|替换|说)[成为]|(?:回答|答案|回复)(?:一律|必须|应当|只能|改为|改成|是|为)/u,
  /重复(?:这|下面|以下)[一这]?(?:句|段)|(?:回答|答案)(?:的)?(?:末尾|最后|开头|前面)/u,
];

const isOrder = (text: string): boolean => PLANTED.some((pattern) => pattern.test(text));

const memo = new WeakMap<Passage, boolean>();

/**
 * Whether a passage reads like orders to whoever reads it for an answer. Without a model nothing of it is read out; a
 * model reads it as data. Looked at once for as long as the passage is in memory.
 */
export function isPlanted(passage: Passage): boolean {
  const known = memo.get(passage) ?? isOrder(passage.text);
  memo.set(passage, known);
  return known;
}

/** Whether a quotation reaches to an order, or stands behind one in its passage: neither proves anything. */
export function quotesOrder({ passage, quote }: Proof): boolean {
  if (!isPlanted(passage)) return false;
  const sentences = passage.quotable.split(/(?<=[。！？!?\n])/u);
  const first = sentences.findIndex(isOrder);
  const before = first < 0 ? '' : sentences.slice(0, first).join('');
  return !squeeze(before).includes(squeeze(quote));
}
