import type { Explanation } from '../../../app.ts';

/** How a message reads: the chance of each sort of answer it may want. */
type Chances = Explanation['understood']['kinds'];

/** Words that plans and questions about them share, and offices seldom use of anything else. */
const OF_PLANS =
  /规划|计划|文件|目标|指标|任务|工程|项目|基期|约束性|预期性|单位|部门|发展|建设|水平|措施|要求|方面|内容|定位|亿元|万[人亩吨]|率|章|节/u;

/** People and what passes between them; 我们区 and the like are places. */
const AMONG_PEOPLE =
  /[你您咱她]|我(?!们?(?:区|市|县|省|国))|他们|大家|同事|同志|领导|[老小][李王张刘陈杨赵黄周吴]|[主科处局区市镇]长|主任|书记(?!处)|[局科处厅委办]里|[那这]边|的人(?:$|[^口均民才])|谁(?:手[上里]|那[里儿边])/u;
/** What is done in an office, and when. */
const OF_THE_DAY =
  /开会|(?:会|课|培训)[^，。]{0,6}(?:线上|线下)|会议室|材料|[初文]?稿|总结|汇报|抄送|转发|邮[箱件]|微信|电话|打印|复印|请假|出差|出发|吃饭|下班|加班|ppt|word|excel|格式|台账|口径|通知|同意|签字|盖章|写[进完了在到得好吗]|[是该要得]写|来写|写$|改[了好完成一]|发[我给到了]|存[哪到在]|今[天晚早]|明[天早晚]|昨天|[上下中]午|晚上|[上下这本]?周[一二三四五六日天末几]|几点|刚才|马上|要不要|行不行|好不好|合适|排版|竖排|横排|颜色|图表|附件|链接|反馈|对接|联系|怎么[弄搞]|校对|定稿|改期|可以吗|行吗|好吗|去(?:哪|调研|参加|现场)|参加|不用|别[发说急动忘]|有没有人|谁有|谁(?:来(?!牵头|负责|落实|推进|实施)|[讲去写弄办跟])|评审|专家|引用|(?:这|上面)个?(?:这个)?回答|会议|纪要|字[体号]|标红|加粗|附录|名单|U盘|投影|食堂|空调|电脑|卡了|账号|密码|升职|退休|同学|值班|考勤|签到|快递|发票|报销|合同|群里|截图|第[几一二三\d]+版|版本|写错|漏[了掉写]|[弄搞]错|对不上/iu;
/** How far somebody's work has come: 批下来了吗, 是不是停了. Of what a text says one asks otherwise: 提到了吗. */
const UNDER_WAY =
  /(?:批|停|交|送|印|签|办|改|弄|搞|谈|拨|招|请|开)(?:下来|完|好|过|掉|出来|到位)?了(?:吗|没|么)|是不是(?![^？?]*(?:提|写|讲|达))[^？?]{0,8}了[？?。]*$|已经[^？?]{0,8}了(?:吗|没|么)|报送/u;
/** Something is asked or wished for. */
const ASKING =
  /[？?]|有没有|多少|(?<![好十])几|哪|什么|谁|何时|怎么|如何|是否|是不是|还是|多[大高长远]|没有?[？?]?$|吗|呢|(?:目标|指标|比重|占比|比例|规模|增速)[？?。]?$|列(?:一[下列]|出|举|全)|说说|讲讲|介绍|查[一下询]|比较|对比|展开|详细|具体|继续|给出|给我|原文|出处/u;
/** Asks nothing: 发改委不是还没批吗, 谁知道呢. */
const RHETORICAL =
  /(?<!是)不是[^？?]*[吗嘛]|谁(?:知道|清楚|晓得)|难道|何必|怎么可能|没人[^？?]*$|不知道|说不[清准好]|上面没|怎么(?:还|又|老是)/u;
/** Tells something, as no heading or name of a measure does. */
const TELLING = /[了过得要把被都也很太就还没不看说]/u;
/** Goes on with an answer, in few words. */
const GOING_ON =
  /^几时|(?:几时|何时|什么时候)(?:完成|建成|开工|投用|达到|实现)|^那(?![份个些种条段天次家张位会])|呢[？?。]*$|^为什么是|哪[份个](?:文件|表|章)|^(?:还有(?:哪|什么|吗|别|其)|其他|其它|剩下|展开|继续|再|具体|详细)|列(?:出|一下|全)|第[一二三四五六七八九十几\d]+[章节条页]|原文|出处|依据|牵头|责任单位|哪个?(?:局|部门|单位|科室?)[^，,]{0,3}(?:负责|牵头|配合|落实)|谁来?(?:负责|主管|落实|推进|实施)|^(?:一|总)?共?有?(?<!好)几[项个条件家处所]|(?:规划|文件|报告|计划|原文)[里中上]?.{0,4}(?:怎么|如何)(?:说|写|表述|规定|要求|提)|什么[是叫]|是(?:什么|多少)|^(?:分别|都有?哪)|(?:提[到及]|写到|讲到|说到)(?:过|了)?(?:吗|没)|(?:怎么|如何)(?![办说回样报])\p{Script=Han}{1,4}[？?。]?$|有(?:什么|哪些)[^，,]{2,10}$|有没有(?:提|写|讲|说|涉及|关于|别的|其他)|第[一二三四五六七八九十\d]+[个项]/u;

/** What people say to a program as they would to each other. */
const REQUESTS =
  /(?:请|帮|给|替|告诉)我们?|^(?:请|麻烦)?[你您](?:能|可以)?(?:帮忙?)?(?=[查列说讲])/gu;

const isFigure = ({ number, guide }: Chances): boolean => number > 0.8 && guide < 0.1;

/** What was understood of a message, as far as it tells who is meant. */
export type Understood = Pick<Explanation['understood'], 'kinds' | 'documentIds'>;

/** In doubt only what the documents answer is answered. */
export type Meant = 'surely' | 'perhaps' | 'not';

/**
 * Whether a message in a thread that people and we share is a question to us, rather than something they say to each
 * other. A question can be put again with our name in it; a word too many cannot be taken back.
 */
export function meantForUs(text: string, { kinds, documentIds }: Understood): Meant {
  const said = text.replace(REQUESTS, '');
  if (RHETORICAL.test(said) || UNDER_WAY.test(said)) return 'not';
  if (AMONG_PEOPLE.test(said) || OF_THE_DAY.test(said)) return isFigure(kinds) ? 'surely' : 'not';
  const isNamed = documentIds.length > 0;
  const { number, who, when, compare, list, guide } = kinds;
  if (!ASKING.test(said) && TELLING.test(said)) return 'not';
  const isAsking = ASKING.test(said);
  if (number > 0.9) return 'surely';
  if (number > 0.6 && guide < 0.15) return isAsking ? 'surely' : 'perhaps';
  if (!isAsking) return isNamed && guide < 0.05 ? 'perhaps' : 'not';
  if (GOING_ON.test(said)) return 'surely';
  if (list > 0.8 && guide < 0.3) return 'surely';
  const isOfPlans = isNamed || OF_PLANS.test(said);
  const isLikely = guide < (isOfPlans ? 0.92 : 0.7) || Math.max(who, when, compare) > 0.9;
  if (!isLikely) return 'not';
  return isOfPlans ? 'surely' : 'perhaps';
}
