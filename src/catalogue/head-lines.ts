import {
  ADDRESSEES,
  ADOPTED,
  CONTENTS_LINE,
  DOCUMENT_NUMBER,
  FIRST_HEADING,
  METADATA_LABELS,
  squeeze,
  TITLE_NOUNS,
} from './head-patterns.ts';

/** A line at the head of a text, and whether it can be part of a title. */
export interface HeadLine {
  /** Trimmed, as printed. */
  readonly text: string;
  /** Without blanks. */
  readonly flat: string;
  /** What a page, a newspaper or an office prints round a title: buttons, paths, sources, dates, persons, captions. */
  readonly isFurniture: boolean;
}

/** The head is over long before; a plan's body must not be mistaken for it. */
const HEAD_LINES = 80;
const MAX_LINE_CHARS = 600;
const SALUTATION = /^(?:各位|尊敬的|同志们).{0,12}[：:！!]$/u;

const NAME = '[\\u4e00-\\u9fff]{1,4}(?:·[\\u4e00-\\u9fff]{1,6})*';
const OFFICES = '(?:省长|市长|州长|盟长|区长|县长|旗长|主席|主任|院长|检察长|书记|总理)';
const SESSION =
  /在.{2,40}(?:会议|代表大会|全会|大会|常委会)(?:上|$)|(?:会议|全会|大会).{0,12}(?:通过|批准)/u;

/** Each with why it is none of a title's. */
const FURNITURE: readonly RegExp[] = [
  // Buttons, sizes of type, what is left of a page's bar.
  /^[【[(（]?(?:字[号体]|打印|下载|全屏|收藏|分享|朗读|首页|关闭|返回|扫一扫|保存|大|中|小|加大|还原|减小|默认|超大|繁体|无障碍|我要纠错|微信|微博)[】\]）)]?(?:[:：\s].*)?$/u,
  /^[\s>＞»›|｜/\\·•=*#_【】[\]（）()—–-]*$/u,
  // A path or a section of a site.
  /[>＞»›]|^(?:您?(?:的|当前|现在)?位置|您现在的位置)/u,
  /^.{1,10}(?:要闻|动态|新闻|信息|公开|政务|专栏|频道|资讯|门户|网站|日报|晚报|时报|在线|新闻网|政府网|客户端|文件|公报)$/u,
  // Label and value.
  /^(?:(?:信息|文章|稿件)?来源|(?:发布|发表|更新|公开|成文|发文|印发)?(?:时间|日期)|作者|记者|(?:责任)?编辑|审核|校对|阅读量?|浏览(?:次数|量)?|点击(?:数|量)?|访问量|发布人|分类号|份号|密级|紧急程度|签发人|附件\d*)\s*(?:[:：].*)?$/u,
  // When, where and by whom it was given.
  /^[—―–\-（(\s]*(?:20\d\d|19\d\d|二[〇○零]..)\s*年.{0,60}$(?<=[日上号）)\d秒午])/u,
  /^\d{1,2}月\d{1,2}日/u,
  /^[\d\s:：./-]+$/u,
  new RegExp(`^.{0,14}${OFFICES}\\s*${NAME}$`, 'u'),
  new RegExp(`^${NAME}(?:[ \\u3000]${NAME})?$`, 'u'),
  /记者|通讯员|摄影?$|供图$|(?:讲话|报告|会场|现场)图$|作(?:了)?(?:政府)?工作报告/u,
  /^第?\s*\d+\s*(?:号|期|版)$/u,
  ADOPTED,
  ADDRESSEES,
];

/** Lines up to the first heading, the contents or the salutation. */
export function headLines(text: string): readonly HeadLine[] {
  const lines: string[] = [];
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const line = raw.trim().slice(0, MAX_LINE_CHARS);
    if (line === '') continue;
    if (FIRST_HEADING.test(line) || CONTENTS_LINE.test(line) || SALUTATION.test(line)) break;
    lines.push(line);
    if (lines.length === HEAD_LINES) break;
  }
  return lines.map((line, index) => ({
    text: line,
    flat: squeeze(line),
    isFurniture: isFurniture(line) || isBesidePathMark(lines, index),
  }));
}

export const isSession = (line: string): boolean => SESSION.test(squeeze(line));

function isFurniture(line: string): boolean {
  const label = METADATA_LABELS.has(squeeze(line).replace(/[:：].*$/u, ''));
  const number = DOCUMENT_NUMBER.exec(line)?.[0].length === line.length;
  return label || number || isSession(line) || FURNITURE.some((form) => form.test(line));
}

const PATH_MARK = /^[>＞»›]$/u;

/** A path may end in the title itself, and a saved page then has it nowhere else. */
const LAST_STEP = new RegExp(`^.{5,}(?:${TITLE_NOUNS})$`, 'u');

function isBesidePathMark(lines: readonly string[], index: number): boolean {
  if (PATH_MARK.test(lines[index + 1] ?? '')) return true;
  return PATH_MARK.test(lines[index - 1] ?? '') && !LAST_STEP.test(squeeze(lines[index] ?? ''));
}
