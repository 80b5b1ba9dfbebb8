import { compileWordings, type Wording } from './wordings.ts';

/** What a word does that says nothing of what is looked for. */
export type Frame = 'asks' | 'addresses' | 'stresses' | 'points' | 'names the text' | 'counts';

const NUMERAL = '(?:\\d+|[一二三四五六七八九十]+)';
const MEASURE = '[个家种样条所项处]';

/**
 * Words that only ask, address or frame: a plan that happens to hold them is no better an answer. Of those in
 * one row the longer stand first.
 */
export const FRAMING: readonly Wording<Frame>[] = [
  {
    says: '什么时候|长什么样|什么样的?|是什么|叫什么|干什么|为什么|什么|啥样|叫啥|干啥|为啥',
    means: 'asks',
    like: '会变成什么样',
    unlike: '十三五',
  },
  {
    says: '怎么(?:样|规定|安排的?|表态的?|[说写定提]的?|[讲干抓搞弄做])?|怎样|如何|咋[样干抓搞弄做]?|干得',
    means: 'asks',
    like: '怎么安排的',
    unlike: '经营策略',
  },
  {
    says: '多少个?|多[高大久长]|几个点|几成|几何|[百千]分之几|百分之|第几|老几',
    means: 'asks',
    like: '增长百分之几',
    unlike: '多式联运',
  },
  {
    says: `在哪一?年|在哪[天日个]|哪一?年|哪[天日次]|哪几${MEASURE}?|哪[两三四五六七八九十]${MEASURE}?|哪些|哪${MEASURE}|哪里|哪儿|在哪|谁`,
    means: 'asks',
    like: '在哪年建成',
    unlike: '建成年份',
  },
  {
    says: '几大?(?:章节?|节|篇)|从?哪?几个?方面|哪?几(?:件|招|节)(?:大?事)?|几[个家座处所项件场台户条岁](?!\\p{Script=Han}*[路楼])',
    means: 'asks',
    like: '从几个方面抓',
    unlike: '方方面面',
  },
  {
    says: '是不是|有没有|对不对|是吗|对吧|对吗|[吗呢吧啊呀](?!\\p{Script=Han}{2})|吗|呢|吧|来着',
    means: 'asks',
    like: '多少米见绿来着',
    unlike: '酒店',
  },
  {
    says: '请问(?:一下)?|麻烦|帮我|帮忙|给我|告诉我|我?想(?:知道|了解)|想问一?下|我刚来|顺便|就行|听说|觉得',
    means: 'addresses',
    like: '请问一下',
    unlike: '问题清单',
  },
  {
    says: '(?:介绍|查|列|念|核|确认|对比|比较|总结)一?下|列一列|一下|介绍(?=$|\\s)|讲讲|说说|聊聊|总结几句|总结|对比|比较',
    means: 'addresses',
    like: '介绍一下',
    unlike: '下一步',
  },
  {
    says: '[写做]?(?:汇报|材料)用|[一几](?:段|句)话?|说个大概|说个|给个|说清楚?|(?:给个|列个|简单)?(?:提纲|大纲)|列个?标题|标题',
    means: 'addresses',
    like: '给个提纲',
    unlike: '说明书',
  },
  {
    says: '(?:领导|老板|同事|新人|大家|家里人|老师)(?:要|问|想知道|想听|分不清)|分不清|分清|先看',
    means: 'addresses',
    like: '领导问',
    unlike: '领导小组',
  },
  {
    says: '具体|到底|究竟|大概|大致|总共|一共|一整年|整个|全部|所有|分别|各自|各[是有要]|平均|实际|以及|一起|后来',
    means: 'stresses',
    like: '到底有几家',
    unlike: '平安建设',
  },
  {
    says: '最多不能超过|不能超过|最多|最少|至少|不超过|不少于|不低于',
    means: 'stresses',
    like: '最多不能超过几家',
    unlike: '超过滤',
  },
  {
    says: '[这那]一?(?:份材料|部分|[章节块])|这一?项|这[份些个事]|那[份个]|手[里上]|里[面头]|现在|目前|眼下|东西(?!部)|时候',
    means: 'points',
    like: '这一块',
    unlike: '块状经济',
  },
  {
    says: '规划[里中]|计划里|文件里|报告里|规划|纲要|文件|报告(?!文学)|指标表|目标值?|原话|提法|说法',
    means: 'names the text',
    like: '规划里的原话',
    unlike: '计划生育',
  },
  {
    says: `专栏${NUMERAL}|第${NUMERAL}[章节项]|任务\\d+|哪些任务|几项任务|大块`,
    means: 'names the text',
    like: '第三章',
    unlike: '第一产业',
  },
  {
    says: '[写讲说]了?些?(?:啥|什么|哪些)|提(?:了|过|到过?)|写的?是|写了|[说讲]的是?|定的?是|定了|定的|是指|指的是|要求|打算|准备|安排|要?达到|要变成|会?变成',
    means: 'names the text',
    like: '讲了些什么',
    unlike: '写作基地',
  },
  {
    says: '万吨|亿元|万元|千瓦|平方米|五年|一天|每天',
    means: 'counts',
    like: '多少亿元',
    unlike: '亿达集团',
  },
];

const find = compileWordings(FRAMING);

/** The text without them; what they stood between stays apart. */
export const withoutFraming = (text: string): string =>
  find(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
