import { type PageElement, textIn } from './page-tree.ts';

/** Tools that a page prints among its lines; taken out of lines that hold nothing but them and source and date. */
const TOOLS: readonly RegExp[] = [
  /[【[（(]?\s*(?:文章)?(?:字[体号]|文字)(?:大小)?\s*[：:]?\s*[【[（(]?(?:\s*(?:特大|超大|大号?|中号?|小号?|默认|正常|A[+-]?|T[+-]?|[+-])[\s|/、]*)+[】\]）)]?/giu,
  /[【[（(]?(?:我要)?(?:打\s*印|收\s*藏|关\s*闭|纠\s*错|返\s*回|分\s*享|朗\s*读|复\s*制|下载)(?:本文|本页|此页|该页|文章|全文|页面|窗口|链接|顶部|列表)?(?:到|至)?[：:]?[】\]）)]?/gu,
  /(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[：:]?\s*\d*\s*次?/gu,
  /微信(?:好友|朋友圈)?|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|人人网|朋友圈|更多/gu,
  /[【[]\s*[】\]]/gu,
];
/** A line that says where a page comes from and when, and so may have tools beside it. */
const OF_PAGE = /来源|日期|时间|字[体号]|浏览|点击|阅读|发布/u;
const MAX_TOOL_LINE = 200;

/** Whole lines that belong to the page and not to what it publishes. */
const PAGE_LINES: readonly RegExp[] = [
  /^(?:责任|网站|本网|本期)?(?:编辑|责编|审核|校对|初审|复审|终审|监制|编审)\s*[：:].{0,60}$/u,
  /^[（(【[]?责任编辑[：:]?.{0,40}$/u,
  /^(?:上|下|前|后)一?(?:篇|条|页)\s*[：:>》]?.{0,100}$/u,
  /^.{0,20}扫(?:一扫|码|描).{0,40}$/u,
  /^.{0,10}(?:长按|识别|扫描).{0,10}二维码.{0,30}$/u,
  /^.{0,120}(?:ICP备|公网安备|网站标识码|版权所有|Copyright).{0,160}$/iu,
  /^(?:您?(?:当前|现在|目前)?(?:所在|的)?(?:的)?位置)\s*[：:].{0,150}$/u,
  /^[【[]?(?:相关|推荐|延伸|热门|热点|最新|精彩)(?:链接|阅读|文章|信息|新闻|解读|文件|文档|报道|推荐|专题|稿件|附件)[】\]]?\s*[：:]?$/u,
  /^(?:首页|返回首页|回到顶部|返回顶部|网站地图|设为首页|加入收藏|无障碍|长者模式|适老化|繁體|English)$/u,
  /^(?:主办|承办|技术支持|建议使用|网站支持).{0,100}$/u,
  /^(?:点击)?(?:关注|订阅).{0,20}(?:公众号|微信|我们)$/u,
  /^[|｜>》«»<\s·-]+$/u,
];

/** Names of the parts of a page that are about the page. */
const CHROME_NAME =
  /(?:^|[-_\s])(?:share|bdshare|print|toolbar?|tools|crumbs?|breadcrumbs?|nav|navbar|menu|footer|foot|copyright|sidebar|related|relate|recommend|qrcode|ewm|pager|pagination|prevnext|comment|fontsize|font-size|xglj|xgyd|xgwj|wzgn|dqwz|position|search)(?:[-_\s]|$)/iu;
const CHROME_ELEMENT = new Set(['nav', 'footer', 'aside', 'dialog']);
/** A part that holds more of the words than this is no chrome, whatever it is called. */
const MAX_CHROME = 0.1;
const MAX_CHROME_CHARS = 400;
/** A list that is links to this share is a menu. */
const LINKS = 0.6;
const MIN_LINKS = 2;
const LISTS = new Set(['ul', 'ol', 'dl', 'div', 'section', 'table']);

/** Whether a part of the article's element is about the page: menus, tools, links to other pages. */
export function isChrome(element: PageElement, articleChars: number): boolean {
  const { attributes, name, chars, linkChars } = element;
  const isSmall = chars <= Math.max(MAX_CHROME_CHARS, articleChars * MAX_CHROME);
  if (!isSmall || name === 'td' || name === 'tr') return false;
  if (CHROME_ELEMENT.has(name)) return true;
  if (CHROME_NAME.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`)) {
    return chars <= MAX_CHROME_CHARS;
  }
  if (!LISTS.has(name) || linkChars < chars * LINKS || linkChars === 0) return false;
  // A document's own annexes are links as well.
  return countLinks(element) >= MIN_LINKS && !/附\s*件/u.test(textIn(element));
}

function countLinks(element: PageElement): number {
  return element.children.reduce(
    (sum, child) =>
      child.type === 'text' ? sum : sum + (child.name === 'a' ? 1 : 0) + countLinks(child),
    0,
  );
}

/** The line without the page's tools; empty where nothing is left of it. */
export function withoutTools(line: string): string {
  if (PAGE_LINES.some((pattern) => pattern.test(line))) return '';
  if (line.length > MAX_TOOL_LINE) return line;
  const rest = TOOLS.reduce((text, tool) => text.replace(tool, ' '), line)
    .replace(/[\s|｜]+/gu, ' ')
    .trim();
  const isOnlyTools = rest.replace(/[\s：:，、|｜【】[\]()（）>]+/gu, '') === '';
  if (isOnlyTools) return '';
  return OF_PAGE.test(line) && line.length < MAX_TOOL_LINE / 2 && isAboutPage(line) ? rest : line;
}

/** A source or date with its colon, and no sentence. */
function isAboutPage(line: string): boolean {
  return (
    /(?:来源|日期|时间|字[体号]|次数|发布机构|作者)\s*[：:]/u.test(line) && !/[。；]/u.test(line)
  );
}
