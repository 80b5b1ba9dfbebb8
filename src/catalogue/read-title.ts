import { placeChain } from '../language/places/place-chain.ts';
import { type HeadLine, isSession } from './head-lines.ts';
import { NOTICE, squeeze, TITLE_NOUNS } from './head-patterns.ts';

/** What may stand behind a title's last word: （草案）, （2023—2025年）, (试行). */
const REMARK =
  '(?:[（(](?:[^（）()]*(?:草案|稿|试行|修订|修正|调整|摘要|节选|全文|版|本|共\\d+[项条])[^（）()]*|\\d{4}\\s*[—–~～－至-]+\\s*\\d{4}\\s*年?)[）)])';
const ENDS = new RegExp(`(?:${TITLE_NOUNS})${REMARK}?》?$`, 'u');
/** What a title with 关于 ends in: it names an act on a plan, not the plan. */
const ACT =
  /(?:报告|建议|意见|通知|通报|决定|决议|公告|批复|措施|举措|办法|规定|条例|要点)(?:[（(].*[）)])?》?$/u;
const ONLY_REMARK = new RegExp(`^${REMARK}$`, 'u');
/** Goes on with the line before: …规划 / 和2035年远景目标纲要, …方案 / 的通知. */
const CONTINUES = /^(?:的|和|及|与|暨|、|以及)/u;
/** 《纲要》是……的规划: a sentence about a document. */
const SENTENCE = /》?是(?:在|指|我|全|对|一|为|推)/u;
const CLAUSE_MARK = /[。！？；：，!?;:,]/u;
const MIN_CHARS = 4;
const MAX_CHARS = 100;
const MAX_LINES = 5;
/** An office or a site above a title that begins anew below. */
const HEADING_OFFICE = /(?:政府|委员会|办公室|办公厅|[局厅委部])$/u;
const OFFICE_ON =
  /^(?:[\u4e00-\u9fff、]{2,40}?(?:部|委|局|厅|办|院|署|会|行|室|政府|部门|中心))(?:等[^关]{1,8}部门)?(?:关于|印发|公布|发布)/u;
const OPENS =
  /^(?:中共|中国|中华人民共和国|国务院|中央|关于|全国|国家|(?:19|20)\d\d[年—–~～至-]|二[〇○零][〇○零一二三四五六七八九]{2}年|[“"‘《])/u;

/** A title found, and whether the text itself says so beyond doubt. */
interface Found {
  readonly title: string;
  readonly isSure: boolean;
}

/**
 * The title as printed, its lines joined; a notice that prints a plan has the plan's. Null where the text has none.
 * @param labelled the value of a label 标题 on the page
 */
export function readTitle(
  lines: readonly HeadLine[],
  labelled: string | null,
  text: string,
): string | null {
  const printed = printedTitle(lines);
  const label = labelled === null ? null : cleaned(labelled);
  const sure = label ?? (printed?.isSure ? printed.title : undefined);
  const plan = sure === undefined ? null : printedPlan(sure);
  if (plan !== null) return plan;
  const notice = NOTICE.exec(lines.map(({ flat }) => flat).join(''))?.[1];
  if (notice !== undefined && (sure === undefined || /通知$/u.test(sure))) return notice;
  return sure ?? opening(lines) ?? printed?.title ?? selfNamed(text);
}

/** Whether a text ends as titles do. */
export const endsLikeTitle = (flat: string): boolean =>
  flat.length >= MIN_CHARS &&
  flat.length <= MAX_CHARS &&
  !hasClauses(flat) &&
  !SENTENCE.test(flat) &&
  ENDS.test(flat);

/** Marks of clauses outside quotation marks and brackets. */
const hasClauses = (flat: string): boolean =>
  CLAUSE_MARK.test(flat.replace(/[“"《（(][^”"》）)]*[”"》）)]/gu, ''));

/** Shorter ones that begin so are cells of tables: 2025年计划. */
const MIN_OPENING_CHARS = 8;

const opensTitle = (flat: string): boolean =>
  flat.length >= MIN_OPENING_CHARS && beginsLikeTitle(flat);

const beginsLikeTitle = (flat: string): boolean =>
  OPENS.test(flat) || OFFICE_ON.test(flat) || placeChain(flat) !== undefined;

function printedTitle(lines: readonly HeadLine[]): Found | undefined {
  const first = lines.findIndex(({ isFurniture }) => !isFurniture);
  for (let start = 0; start < lines.length; start++) {
    const one = titleFrom(lines, start);
    if (one?.isSure) return one;
  }
  // What ends like a title further down may be a cell or a heading.
  return first < 0 ? undefined : titleFrom(lines, first);
}

function titleFrom(lines: readonly HeadLine[], start: number): Found | undefined {
  let joined = '';
  let known: Found | undefined;
  for (let end = start; end < Math.min(lines.length, start + MAX_LINES); end++) {
    const line = lines[end];
    if (line === undefined || line.isFurniture || hasClauses(line.flat)) return known;
    if (end > start && beginsAnew(joined, line.flat)) return known;
    joined += withoutSite(line.flat);
    const next = lines[end + 1];
    const goesOn = next !== undefined && !next.isFurniture && CONTINUES.test(next.flat);
    if (goesOn || !endsLikeTitle(joined)) continue;
    const remark = next !== undefined && ONLY_REMARK.test(next.flat) ? next.flat : '';
    const isGiven = lines.slice(end + 1, end + 4).some(({ text }) => isSession(text));
    known ??= { title: cleaned(joined + remark), isSure: opensTitle(joined) || isGiven };
    if (!joined.includes('关于')) return known;
    if (ACT.test(joined)) return { title: cleaned(joined + remark), isSure: true };
  }
  return known;
}

const opensPlan = (line: string): boolean =>
  /国民经济和社会发展/u.test(line) && placeChain(line) !== undefined;

/** The line below is a title of its own and the one above no beginning of it: an office, the name of a site. */
function beginsAnew(above: string, line: string): boolean {
  if (/关于|印发/u.test(above)) return false;
  // The title may go on below: 郫都区国民经济和社会发展 / 第十四个五年规划.
  if (HEADING_OFFICE.test(above) && opensPlan(line)) return true;
  if (!endsLikeTitle(line) || !opensTitle(line)) return false;
  return /^关于/u.test(line) ? false : HEADING_OFFICE.test(above) || placeChain(line) !== undefined;
}

/** 2026年政府工作报告_湖南省人民政府网, 统计公报[1] → what stands before. */
const withoutSite = (flat: string): string =>
  flat
    .replace(/[_|｜-].{2,20}(?:网|网站|门户|政府|日报)$/u, '')
    .replace(/(?:\[\d{1,2}\]|[①-⑨*＊※])+$/u, '');

const cleaned = (title: string): string => {
  const flat = withoutSite(squeeze(title));
  return /^《[^《》]+》$/u.test(flat) ? flat.slice(1, -1) : flat;
};

const FORWARDS =
  /(?:印发|公布|发布|转发|批转|下发|下达|发布实施)(?<plan>.{4,}?)的(?:通知|决定|命令|通告|公告)(?:[（(].{1,10}[）)])?$/u;
const ISSUES = /(?:印发|公布|发布)《(?<plan>[^《》]+)》$/u;

/** The plan that a notice of this title prints (关于印发《……规划》的通知); the title itself where it prints none. */
function printedPlan(title: string): string | null {
  const plan = (FORWARDS.exec(title) ?? ISSUES.exec(title))?.groups?.plan;
  if (plan === undefined) return /通知$/u.test(title) ? null : title;
  const bare = plan.replace(/^[《〈](.+)[》〉]$/u, '$1');
  return endsLikeTitle(bare) ? bare : null;
}

/** A first sentence that is the title and goes on: ……纲要，根据《……》编制. */
function opening(lines: readonly HeadLine[]): string | null {
  const form = new RegExp(
    `^([^，,。；：《》]{4,80}?(?:${TITLE_NOUNS})${REMARK}?)(?=[，,]|是?根据《|（以下)`,
    'u',
  );
  const first = lines.find(({ isFurniture }) => !isFurniture)?.flat ?? '';
  const title = form.exec(first)?.[1];
  return title !== undefined && opensTitle(title) ? title : null;
}

const SELF_NAMED = /(?:制定|编制|形成)(?:了|本)?《(?<title>[^《》]{6,80})》/u;
const SELF_NAMED_CHARS = 3000;

/** What the first page says is being laid down: 制定《……纲要》（以下简称《纲要》）. */
function selfNamed(text: string): string | null {
  const start = squeeze(text.slice(0, SELF_NAMED_CHARS));
  const title = SELF_NAMED.exec(start)?.groups?.title;
  return title !== undefined && endsLikeTitle(title) ? title : null;
}
