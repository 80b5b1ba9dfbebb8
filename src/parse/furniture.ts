import { METADATA_LABELS, squeeze } from '../catalogue/head-patterns.ts';
import type { SourceLine } from './source-line.ts';

/** What a page prints round a document stands at its head and at its foot. */
const HEAD_LINES = 60;
const TAIL_LINES = 40;
const MAX_SHORT = 40;

const ANYWHERE = [
  /^扫码使用手机浏览本页内容$/u,
  /^扫一扫.{0,20}$/u,
  /^(?:无障碍(?:浏览|阅读)?|长者(?:模式|助手|版)|适老化?(?:版|模式)|繁体(?:版|中文)?|简体(?:版|中文)?|智能问答)$/u,
  /^(?:版权所有|网站标识码|Copyright)\s*[:：©].{0,60}$/iu,
  /^.{0,4}ICP备\s*\d+.{0,20}$|^.{0,4}公网安备\s*\d+号?$/u,
  /^[【[]?\s*(?:我要)?(?:打印|关闭|收藏|纠错|返回顶部)(?:本页|窗口|页面)?\s*[】\]]?$/u,
  /^分享(?:到?[:：]?\s*(?:微信|微博|QQ|朋友圈|空间|\s)*)$/u,
  /^(?:上一篇|下一篇)[:：].*$/u,
  /^(?:浏览|阅读|访问|点击)(?:次数|量|数)?\s*[:：]\s*[\d.,，]*\s*万?次?$/u,
  /^[【[]?\s*(?:字体|字号)\s*[:：].{0,20}$/u,
  /(?:记者|通讯员|摄影)\s*[:：]?.{0,24}摄[）)]?$/u,
  /^[（(]\s*(?:来源|稿件来源|新闻来源)\s*[:：].{1,24}[）)]$/u,
  /^[（(](?:本报|本网)?(?:记者|通讯员)[^（）()。；]{1,30}[）)]$/u,
  /^》》.*《《$/u,
];
const AT_THE_ENDS = [
  /^(?:下载|打印|全屏|收藏|加大|还原|减小|关闭|分享|首页|打印本页|关闭窗口|返回|返回列表|纠错|×|[<>»›]+|[【】[\]]+)$/u,
  /^20\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?\s+\d{1,2}:\d{2}(?::\d{2})?$/u,
  /^(?:您|你)?(?:的|现在的?|当前的?|所在的?)?(?:当前|所在)?位置(?:是)?\s*[:：].{0,80}$/u,
  /^首页\s*[>»›].{0,80}$/u,
  /^(?:阅读|浏览|点击|评论|点赞)\s*(?:[\d.,，]+\s*万?\+?次?)?$/u,
  /^(?:新闻|投诉|举报|联系|咨询|服务)(?:热线|电话)\s*[:：]?[\d\s—-]{5,20}$/u,
  /^(?:主办|承办|技术支持)(?:单位)?\s*[:：].{2,30}$/u,
  /^.{2,30}(?:同志)?作政府工作报告。?$/u,
];
const SIZE_LABEL = /^[【[]?\s*(?:字体|字号)\s*[:：]/u;
const SIZE = /^(?:超?大|中|小|特大)$/u;
const ARROW = /^[>»›]+$/u;
const MAX_CRUMB = 8;
const LABEL =
  /^[【[（(]?\s*(?:来\s*源|稿源|信息来源|文章来源|时\s*间|发布时间|发表时间|更新时间|发布日期|作\s*者|撰稿|编\s*辑|责任编辑|责编|审核|校对|监制|阅读量|浏览量|访问量|浏览次数|点击数)\s*[:：]\s*(?<value>.{0,40}?)\s*[】\])）]?$/u;
const MORE =
  /^(?:相关(?:报道|文档|链接|新闻|阅读|稿件|信息|解读|文章)|推荐阅读|延伸阅读|热点新闻)\s*[:：]?$/u;
/** Labels of the table above a document; where they stand 发布日期 is part of the table. */
const TABLE_LABELS = 2;

/** The lines that are the document's own, without what a website prints round it. */
export function withoutFurniture(lines: readonly SourceLine[]): readonly SourceLine[] {
  const end = endOfDocument(lines);
  const hasTable = hasMetadataTable(lines);
  const crumbs = new Set<string>();
  let size = 0;
  let expectsValue = false;
  const isOwn = (line: SourceLine, index: number): boolean => {
    const { text } = line;
    const isAtEnds = index < HEAD_LINES || index >= end - TAIL_LINES;
    const isValue = expectsValue && text.length <= MAX_SHORT && !/[。：:]$/u.test(text);
    expectsValue = false;
    if (ANYWHERE.some((pattern) => pattern.test(text))) {
      size = SIZE_LABEL.test(text) ? index : size;
      return false;
    }
    if (!isAtEnds) return true;
    if (SIZE.test(text) && size > 0 && index - size <= 6) return false;
    if (isCrumb(lines, index)) {
      crumbs.add(text);
      return false;
    }
    if (crumbs.has(text) || isLooseBar(lines, index)) return false;
    if (AT_THE_ENDS.some((pattern) => pattern.test(text))) return false;
    if (isValue) return false;
    const label = hasTable ? null : LABEL.exec(text);
    expectsValue = label?.groups?.value === '';
    return label === null;
  };
  let isApart = false;
  return lines.slice(0, end).flatMap((line, index) => {
    const wasApart = isApart;
    isApart = !isOwn(line, index);
    if (isApart) return [];
    return wasApart ? [{ ...line, isApart: true as const }] : [line];
  });
}

/** 首页 > 政务公开 > …, one a line; a long last one is the title. */
function isCrumb(lines: readonly SourceLine[], index: number): boolean {
  const isBefore = ARROW.test(lines[index + 1]?.text ?? '');
  const isAfter = ARROW.test(lines[index - 1]?.text ?? '');
  const isShort = (lines[index]?.text.length ?? 0) <= MAX_CRUMB;
  return isShort && (isBefore || isAfter);
}

/** A bar between two links; among cells it is a blank one. */
function isLooseBar(lines: readonly SourceLine[], index: number): boolean {
  const isBar = /^[|｜]+$/u.test(lines[index]?.text ?? '');
  return isBar && ![index - 1, index + 1].some((at) => lines[at]?.text.includes('|'));
}

/** Where links to other pages begin, the document has ended. */
function endOfDocument(lines: readonly SourceLine[]): number {
  const from = Math.max(0, lines.length - TAIL_LINES);
  const at = lines.findIndex((line, index) => index >= from && MORE.test(line.text));
  const isOnlyLinks = at >= 0 && lines.slice(at).every(({ text }) => text.length <= MAX_SHORT);
  return isOnlyLinks ? at : lines.length;
}

function hasMetadataTable(lines: readonly SourceLine[]): boolean {
  const kinds = lines.slice(0, HEAD_LINES).flatMap(({ text }) => {
    const label = squeeze(text.split(/[|:：]/u)[0] ?? '');
    const kind = METADATA_LABELS.get(label);
    return kind === undefined || kind === 'date' || label.includes('来源') ? [] : [kind];
  });
  return kinds.length >= TABLE_LABELS;
}
