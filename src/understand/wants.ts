import { withoutTimeWords } from '../language/time-words.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import type { Want } from './query.ts';
import { escapeForPattern, UNWRITTEN } from './question-text.ts';

/** How people ask for each thing; all that match hold. Read against a normalised question. */
const WANT_PATTERNS: readonly (readonly [Want, RegExp])[] = [
  [
    'compare',
    /对比|相比|比较|比一比|排个?序|谁(?:的)?(?:目标)?(?:最|更)?(?:高|低|多|少|大|小|快)|哪个(?:区|家)?(?:最|更)?(?:高|低|多|少|大|小|快)|差多少|高多少|高几个|低几个|高还是低|变化|一样(?:不|吗|么|没)|是否一致|跟.{1,16}比|各是?多少|各多少|到底是.+还是|哪个高|谁高/u,
  ],
  [
    'later',
    /后来|成没成|评上了?没|建成没|真.{0,4}了没|如今|落实得|完成得|进展如何|实际(?!利用|使用|到账|到位|收入|控制)/u,
  ],
  [
    'who',
    /谁(?:来)?(?:牵头|负责|管|挑头|配合|主管|抓|干)|归(?:谁|哪)|哪[几个两家]*(?:部门|单位|局|家牵头|几家|个部门|个局|家单位)|牵头(?:部门|单位|的是)|责任(?:单位|部门)|找谁|谁牵头|由谁|谁负责|哪.{0,3}牵头|牵头|挑头/u,
  ],
  ['when', /什么时候|何时|哪一?年|哪[天日]|哪个月|几月|多久|到哪年|几号/u],
  ['where', /哪里|哪儿|在哪|何处|什么地方|哪个镇|哪个区|哪条|哪块/u],
  [
    'list',
    /哪些|哪几|有哪[^里儿个]|哪[两三四五六七八九十\d]|都有什么|包括什么|包括哪|有什么|分别|列一下|列举|列出|几样|哪几个|各自|都是什么|是哪个|是啥|哪个|各是/u,
  ],
  [
    'define',
    /什么意思|指(?:的是)?什么|指啥|到底指|怎么(?:讲|说|理解|解释|分)|含义|是什么|叫什么|是啥|全称|哪[一二三四五六七八九十]个字|讲的是|代表(?:啥|什么)/u,
  ],
  [
    'structure',
    /(?:分|有|共|总共)(?:为)?(?:哪)?几(?:大)?(?:章|节|部分|块|篇)|(?:文件|规划|计划|纲要)的?(?:结构|框架|目录)|(?:结构|框架|目录)是|哪几(?:大)?(?:章|块|部分)|各章|先看哪|看哪几?[章节]|从哪.{0,3}看|哪一?[章节](?:讲|写|说)|在哪一?[章节]/u,
  ],
  [
    'metadata',
    /文号|哪(?:天|日|年|个月)?.{0,4}(?:印发|发布|出台|下发)|什么时候.{0,4}(?:印发|发布|出台|通过|批准)|何时.{0,4}(?:印发|发布|通过|批准)|哪[个次].{0,4}会|(?:印发|发布|通过|批准|发文)(?:时间|日期|机关|单位)|谁(?:印|下)?发的|谁(?:批准|通过|审议)|规划期/u,
  ],
  [
    'documents',
    /(?:有|收录|知道|包含|能查)(?:了)?(?:哪些|哪几份|几份|什么)(?:文件|规划|计划|材料|资料)|哪些文件|什么文件/u,
  ],
  [
    'overview',
    /什么样|啥样|概括|总体上|介绍|讲讲|讲一?下|说说|捋一?捋|梳理|总结|一段话|概述|主要内容|大致|给我讲|整体|主打什么|干什么|干啥|说个大概|怎么[干抓搞]|短板|难处|挑战|困难|问题在哪|定位/u,
  ],
  [
    'check',
    /对吧|对吗|对不对|是吗|是不是|是这样吗|没错吧|吧[?？]?$|吗[?？]?$|有没有|属实|确认一?下|核实|核一下|搞错|看错/u,
  ],
];

export function wantsOf(text: string): ReadonlySet<Want> {
  return new Set(WANT_PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([want]) => want));
}

/**
 * Words that only ask, address or frame: they say nothing of what is looked for, and a plan that happens to
 * hold them is no better an answer. Longer ones first.
 */
const FRAMING =
  /在哪一?年|在哪[天日个]|提(?:了|过|到过)|[这那]一?(?:章|节|块|部分|份材料)|(?:给个|列个|简单)?(?:提纲|大纲)|列(?:个)?标题|列一列|就行|念一下|[写做]?(?:汇报|材料)用|总结(?:一下|几句)?|几句话?|说个大概|说个|给个|写了啥|讲了啥|[写讲说]了?些?(?:啥|什么|哪些)|从?哪?几(?:个)?方面|哪?几(?:件|招|节)(?:大?事)?|干得|咋样|咋[干抓搞弄做]|怎么[干抓搞弄做]|专栏(?:\d+|[一二三四五六七八九十]+)|第(?:\d+|[一二三四五六七八九十]+)[章节项]|任务\d+|请问一下|请问|一天|每天|标题|哪些任务|几项任务|大块|万吨|亿元|万元|千瓦|平方米|五年|实际|提法|说法|对比一下|比较一下|对比|比较|一下|麻烦|帮我|帮忙|给我|告诉我|我想知道|想问一?下|想了解|我刚来|要变成|变成|会变成|长什么样|一(?:段|句)话|说清楚?|(?:领导|老板|同事|新人)(?:要|问|想知道|想听|分不清)|列一下|查一?下|确认一?下|核一?下|具体|到底|究竟|大概|大致|总共|一共|一整年|整个|全部|所有|分别|各自|各是|各有|各要|最多不能超过|不能超过|最多|最少|至少|不超过|不少于|不低于|平均|手里|手上|百分之|什么时候|什么样的|什么样|啥样|咋样|是什么|叫什么|叫啥|干什么|干啥|为什么|什么|怎么样|怎么说的?|怎么讲|怎么写的?|怎么定的?|怎么安排的?|怎么提的?|怎么表态的?|怎么规定|怎么|怎样|如何|多少个|多少|多高|多大|多久|多长|几个点|几成|几何|百分之几|千分之几|哪一?年|哪[天日次]|哪几个|哪几[家种样条所项处]|哪[两三四五六七八九十][个家种样条所项处]?|哪些|哪几|哪[个家种样条所项处]|哪里|哪儿|在哪|谁|吗|呢|吧|啊|呀|对吧|对吗|是不是|有没有|是吗|第几|几[个家座处所项件场台户条岁]|要达到|达到|目标值|目标|指标表|规划里|规划中|规划|计划里|文件里|这份|那份|文件|纲要|里面|里头|写的?是|写了|说的?是|说的|讲的|提到|要求|打算|准备|安排|定的?是|定了|定的|原话|这块|这一?项|这些|这个|那个|现在|目前|眼下|分不清|分清|先看|顺便|以及|是指|指的是/gu;

/** Parts of speech that carry no subject matter: pronouns, particles, prepositions, conjunctions, adverbs … */
const EMPTY_TAGS = /^(?:r|u|p|c|d|y|e|o|x|w|f$|q$|zg$)/u;
const EMPTY_VERBS =
  /^(?:是|有|要|能|会|可以|应该|想|让|使|做|做到|占|定|达到|说|看|问|搞|弄|给|叫|来|去|到|在|往|得|行|管|负责|牵头|配合|还有|没有|没|包括|包含|指|意思)$/u;

/** A tagged word that says what the question is about. */
export const carriesContent = ({ word, tag }: TaggedWord): boolean =>
  /[\p{L}\p{N}]/u.test(word) &&
  !EMPTY_VERBS.test(word) &&
  (!EMPTY_TAGS.test(tag) ||
    (tag.startsWith('x') && word.length > 1) ||
    /^[a-z0-9]+$/u.test(word)) &&
  !/^[一二三四五六七八九十百千万亿几两多第]+[个家些种名人位条所项块处座次倍大年天岁月]?$/u.test(
    word,
  );

/**
 * What the question is about: runs of text between spaces, names of places and documents taken out.
 * @param kept wordings to leave whole though they hold words that only ask (能活多少岁)
 */
export function contentOf(
  text: string,
  names: readonly string[],
  kept: readonly string[] = [],
): string {
  let content = text;
  for (const name of [...names].sort((a, b) => b.length - a.length))
    content = content.replace(asWritten(name), ' ');
  content = withoutTimeWords(content);
  const whole =
    kept.length > 0 ? new RegExp(`(${kept.map(escapeForPattern).join('|')})`, 'gu') : undefined;
  const parts = whole ? content.split(whole) : [content];
  return parts
    .map((part, at) => (at % 2 === 1 ? part : part.replace(FRAMING, ' ')))
    .join('')
    .replace(/[^\p{Script=Han}\p{L}\p{N}.%‰+&/-]+/gu, ' ')
    .trim();
}

/** A flattened name as people write it: 高新区“十四五”规划. */
const asWritten = (name: string): RegExp =>
  new RegExp(Array.from(name, escapeForPattern).join(`[${UNWRITTEN}]*`), 'giu');
