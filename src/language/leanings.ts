import { compileWordings, type Wording } from './wordings.ts';

/** How a turn leans on what was said before it. */
export type Leaning =
  /** Asks for more of the same. */
  | 'more'
  /** Names one of several by its place: see `ordinalIn`. */
  | 'ordinal'
  | 'highest'
  | 'difference'
  /** Where what was answered stands. */
  | 'chapter'
  | 'who'
  | 'quote'
  | 'all'
  /** Wants only some of what was answered. */
  | 'filter'
  /** 那个, 它, 其中, …呢 */
  | 'points'
  /** Says what was meant instead. */
  | 'corrects'
  /** Says that something else comes now. */
  | 'turns';

export const LEANINGS: readonly Wording<Leaning>[] = [
  {
    says: '还有(?:别的|其他|哪些|什么|啥)?(?:吗|呢|没有?)?(?=$|[,，。?？])|继续(?:说|讲)?(?=$|[,，。?？])|然后呢|再?(?:具体|详细|展开)(?:一?点|一?些|一下|说说|讲讲)+|接着说|多说(?:点|些)',
    means: 'more',
    like: '还有呢',
    unlike: '还有哪个市一块儿进的',
  },
  {
    says: '第[一二三四五六七八九十\\d]+(?:个|项|条|点|类|块|方面|家)?(?![章节届产批期次轮届季次])|[前后]者|最后(?:一)?[个项条]|头一个',
    means: 'ordinal',
    like: '第二个要怎么落实',
    unlike: '第二产业增加值',
  },
  {
    says: '(?:哪|谁)(?:个|家|里|边|一?个?(?:区|市|省|县))?(?:的)?(?:[目指]标)?(?:更|最)?(?:高|低|多|少|大|小|快|慢)(?:一?[些点])?|(?:最|更)(?:高|低|多|少|大|小|快|慢)的?是(?:哪|谁)|排第一',
    means: 'highest',
    like: '哪个最高',
    unlike: '最高气温',
  },
  {
    says: '相?差(?:了|出)?(?:多少|几)|(?:高|低|多|少)(?:了|出)(?:多少|几)|(?:提|涨|降|高|低|多|少)(?:高|升|低|了)?几个?(?:百分)?点|差距(?:多大|是多少)|比这个?[^,，。]{0,12}(?:高|低|多|少)|(?:高|低|多|少)还是(?:高|低|多|少)',
    means: 'difference',
    like: '那要提几个点',
    unlike: '有多少家',
  },
  {
    says: '(?:(?:这|那)?(?:话|段|句|条|个|句话|些|内容)?(?:是)?在?)(?:(?:文件|报告|规划|计划|原文)(?:的|里的?)?)?(?:哪|第几)一?个?(?:章|节|部分|条|页|段|篇)(?:里)?(?:的|写的|讲的|说的)?',
    means: 'chapter',
    like: '这话在报告哪一部分',
    unlike: '这一章讲什么',
  },
  {
    says: '(?:谁|哪个?(?:部门|单位|局|家))(?:来)?(?:牵头|负责|管|配合|主管|抓|干)|归(?:谁|哪)|由谁|找谁|牵头(?:部门|单位)|责任(?:单位|部门)',
    means: 'who',
    like: '谁负责的',
    unlike: '负责任的政府',
  },
  { says: '原话|原文|出处|依据|怎么写的', means: 'quote', like: '原话怎么说', unlike: '说话算话' },
  {
    says: '(?:全部|都|全)(?:给我)?(?:列|说|讲|念|发)(?:出来|一下|全|一遍|一列)?|列(?:全|完整)',
    means: 'all',
    like: '全部列出来',
    unlike: '全部建成',
  },
  {
    says: '(?:我)?只(?:看|要|说|问|列)|光(?:看|说|要)',
    means: 'filter',
    like: '我只看约束性的',
    unlike: '只争朝夕',
  },
  {
    says: '(?:呢|呐)(?=[,，。?？]|$)|^(?:那么?|它们?|其中?|这|里面|里头|上面|刚才|前面|要是|要(?=[^到达求]))|(?:那|这)(?:个|些|句|段|几个)(?![省市区县年])|(?<!\\p{Script=Han})(?:那|这)(?:边|里|块|项|条|一块)|它们?的?|他们|其中|同期|另一个|(?:里面|里头|其中)',
    means: 'points',
    like: '里面那个“1”指的是什么',
    unlike: '周村2025年森林覆盖率目标是多少',
  },
  {
    says: '我(?:是|想|要)?(?:说|问|指)的?(?:是)?|(?<!是|要|对)不(?:是|要)[^,，。;；]{1,12}[,，。;；]?\\s*(?:而?是|要|问)|不对[,，]|(?:说|搞|问|弄)错了|更正',
    means: 'corrects',
    like: '不是淄川，是周村',
    unlike: '是不是周村',
  },
  {
    says: '^(?:换(?:个|一个)(?:问题|话题)?|换(?:问题|话题)|另外|再问(?:一个|下|一下)?|顺便(?:问)?(?:一下)?|对了|还有个?(?:问题|事)|下一个?(?:问题)?)[,，:：\\s]*',
    means: 'turns',
    like: '换个问题，孵化载体有几家',
    unlike: '换乘比例是多少',
  },
];

const find = compileWordings(LEANINGS);

export const leaningsIn = (text: string): ReadonlySet<Leaning> =>
  new Set(find(text).map(({ means }) => means));

/** The text without the wordings of these leanings, which say nothing of what is asked. */
export const withoutLeanings = (text: string, leanings: ReadonlySet<Leaning>): string =>
  find(text)
    .filter(({ means }) => leanings.has(means))
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);

const NUMERALS = '一二三四五六七八九十';

/** Which of several is meant, from 0, or from the end (−1); undefined where none is named. */
export function ordinalIn(text: string): number | undefined {
  const said = find(text).find(({ means }) => means === 'ordinal')?.said;
  if (said === undefined) return undefined;
  if (/后者|最后/u.test(said)) return -1;
  const number = /[一二三四五六七八九十]|\d+/u.exec(said)?.[0];
  if (number === undefined || /前者|头一/u.test(said)) return 0;
  return (/\d/u.test(number) ? Number(number) : NUMERALS.indexOf(number) + 1) - 1;
}
