import type { Wording } from './wordings.ts';

/** What a question wants done; several can hold. */
export type Want =
  | 'compare'
  | 'who'
  | 'when'
  | 'where'
  | 'list'
  | 'define'
  | 'overview'
  | 'structure'
  | 'metadata'
  | 'documents'
  | 'check'
  | 'later';

const MOST = '(?:最|更)?(?:高|低|多|少|大|小|快)';

/** How people ask for each thing. Read against a normalised question; all that match hold. */
export const QUESTION_WORDINGS: readonly Wording<Want>[] = [
  {
    says: '对比|相比|比较|比一比|排个?序|跟.{1,16}比|变化|一样(?:不|吗|么|没)|是否一致|到底是.+还是',
    means: 'compare',
    like: '三个区排个序',
    unlike: '比例是多少',
  },
  {
    says: `谁的?(?:目标)?${MOST}|哪个(?:区|家)?${MOST}|哪个高|谁高|差多少|[高低]几个|高多少|高还是低|各是?多少|各多少`,
    means: 'compare',
    like: '三个区谁最高',
    unlike: '最高气温',
  },
  {
    says: '后来|成没成|评上了?没|建成没|真.{0,4}了没|如今|落实得|完成得|进展如何|实际(?!利用|使用|到账|到位|收入|控制)',
    means: 'later',
    like: '后来评上没有',
    unlike: '实际利用外资',
  },
  {
    says: '谁(?:来)?(?:牵头|负责|管|挑头|配合|主管|抓|干)|由谁|找谁|归(?:谁|哪)|牵头|挑头|责任(?:单位|部门)',
    means: 'who',
    like: '修路谁牵头',
    unlike: '谁最高',
  },
  {
    says: '哪[几两个家]*(?:部门|单位|局|家牵头|几家|个部门|个局|家单位)|哪.{0,3}牵头',
    means: 'who',
    like: '归哪几家管',
    unlike: '哪几条路',
  },
  {
    says: '什么时候|何时|哪一?年|哪[天日]|哪个月|几月|多久|到哪年|几号',
    means: 'when',
    like: '老小区什么时候改造完',
    unlike: '几个月份额',
  },
  {
    says: '哪里|哪儿|在哪|何处|什么地方|哪个[镇区]|哪[条块]',
    means: 'where',
    like: '机场要搬到哪里去',
    unlike: '哪些任务',
  },
  {
    says: '哪些|哪几|有哪[^里儿个]|哪[两三四五六七八九十\\d]|都有什么|包括什么|包括哪|有什么|分别|列一下|列举|列出|几样|各自|都是什么|是哪个|是啥|哪个|各是',
    means: 'list',
    like: '八大集群都有哪些',
    unlike: '哪里',
  },
  {
    says: '什么意思|指的?是?什么|指啥|到底指|怎么[讲说分]|怎么(?:理解|解释)|含义|是什么|叫什么|是啥|全称|哪[一二三四五六七八九十]个字|讲的是|代表(?:啥|什么)',
    means: 'define',
    like: '这条机制全称是什么',
    unlike: '指标是多少',
  },
  {
    says: '(?:分|有|共|总共)为?哪?几大?(?:章|节|部分|块|篇)|(?:文件|规划|计划|纲要)的?(?:结构|框架|目录)|(?:结构|框架|目录)是|哪几大?(?:章|块|部分)|各章|先看哪|看哪?几?[章节]|从哪.{0,3}看|哪一?[章节](?:讲|写|说)|在哪一?[章节]',
    means: 'structure',
    like: '那份规划分几章',
    unlike: '产业结构调整',
  },
  {
    says: '文号|落款|哪(?:天|日|年|个月)?.{0,4}(?:印发|发布|出台|下发)|(?:什么时候|何时).{0,4}(?:印发|发布|出台|通过|批准)|哪[个次].{0,4}会|(?:印发|发布|通过|批准|发文)(?:时间|日期|机关|单位)|谁[印下]?发的|谁(?:批准|通过|审议)|谁.{0,8}[念作做](?:的|了)|(?:念|作)(?:这份|那份)?(?:报告|工作报告)|规划期',
    means: 'metadata',
    like: '这份规划哪天印发的',
    unlike: '通过努力',
  },
  {
    says: '(?:有|收录|知道|包含|能查)了?(?:哪些|哪几份|几份|什么)(?:文件|规划|计划|材料|资料)|哪些文件|什么文件',
    means: 'documents',
    like: '收录了哪些文件',
    unlike: '文件有哪些要求',
  },
  {
    says: '什么样|啥样|概括|总体上|介绍|讲讲|讲一?下|说说|捋一?捋|梳理|总结|一段话|概述|主要内容|大致|给我讲|整体|主打什么|干[什啥]么?|说个大概|怎么[干抓搞]|定位',
    means: 'overview',
    like: '给新同事讲讲周村',
    unlike: '干部队伍',
  },
  {
    says: '短板|难处|挑战|困难|问题在哪',
    means: 'overview',
    like: '周村面临的挑战',
    unlike: '难得的机遇',
  },
  {
    says: '对吧|对吗|对不对|是吗|是不是|是这样吗|没错吧|[吧吗][?？]?$|有没有|属实|确认一?下|核实|核一下|搞错|看错',
    means: 'check',
    like: '有没有血液透析中心',
    unlike: '吧台有几个',
  },
];

const ROWS = QUESTION_WORDINGS.map(({ says, means }) => ({
  means,
  pattern: new RegExp(says, 'u'),
}));

export const wantsIn = (text: string): ReadonlySet<Want> =>
  new Set(ROWS.filter(({ pattern }) => pattern.test(text)).map(({ means }) => means));
