/**
 * Words a true sentence may have that what it cites does not: they frame it, join its parts or point back. Whatever
 * else a claim says must be said there, also the small words that turn its sense (或, 仅, 已, 可, 必须, 非).
 */
const NEUTRAL = new Set(
  (
    '的 地 得 之 中 是 为 即 在 于 由 从 自 向 对 把 将其 以 比 与 和 及 以及 并 并且 而 也 且 则 其 其中 该 此 这 上述 此外 另外 同时 ' +
    '根据 依据 按照 按 据 提出 明确 要求 指出 显示 规划 纲要 文件 文中 原文 指标 任务 重点任务 重点工作 属于 作为 到 至 达 达到 ' +
    '其中 主要 包括 包含 有关 相关 方面 情况 内容 具体 进行 予以 分别 依次 共 约 各项 一项 年 月 日 末 底 年底 年末 当年 期间 时期 ' +
    '区 市 县 全区 全市 我区 我市 本区 本市 给出 数值 一栏 栏 栏为 年份 项 个 等 那么 所 也是 另有 正文 写法 如下 以下 结构 文号 日期 印发 第 注'
  ).split(' '),
);
/** What a plan is to do; neutral where what is cited looks ahead. */
const AIMS = new Set(
  '目标 目标值 预期目标 计划 规划目标 预期 将 要 将要 拟 力争目标 发展目标 奋斗目标 控制目标 指标值'.split(
    ' ',
  ),
);
/** What happens to a figure: any word of its way will do. */
const COURSES: readonly RegExp[] = [
  /^(?:提高|提升|上升|上涨|增长|增加|增速|增幅|增至|升至|增长到|提高到|扩大到?)$/u,
  /^(?:下降|降低|减少|降幅|降至|降到|下降到|降低到)$/u,
];
const WAYS: readonly RegExp[] = [/增|升|提高|上涨|扩大|提至/u, /降|减|压/u];

export const isNeutral = (word: string): boolean => NEUTRAL.has(word) || !/\p{L}/u.test(word);
export const isAim = (word: string): boolean => AIMS.has(word);
/** A word for the way a figure goes. */
export const isCourse = (word: string): boolean => COURSES.some((some) => some.test(word));
/** Whether a text speaks of a figure going the way of a word. */
export const goesSameWay = (word: string, text: string): boolean =>
  COURSES.every((some, at) => !some.test(word) || WAYS[at]?.test(text));

/** Wordings of one thing in the plans, whatever is asked. */
const SAME: readonly (readonly string[])[] = [
  ['gdp', '地区生产总值', '生产总值'],
  ['增速', '增长速度', '增长率', '增幅', '增长'],
  ['占比', '比重', '占'],
  ['位居', '位列', '居', '列', '排', '排名', '位次', '排在'],
  ['同比', '上年', '去年', '比上年', '较上年', '上年同期'],
  ['规上', '规模以上'],
  ['国内外', '海内外'],
  ['牵头', '牵头负责'],
  ['共', '累计', '总共', '合计'],
  ['预期寿命', '期望寿命'],
  ['r&d', '研发'],
  ['排放量', '排放'],
  ['实现', '完成', '达到', '达'],
  ['控制', '保持', '稳定'],
];

/** What a word may end with and say no more: 预期性指标, 医师数为. */
const ENDING = /(?<=.)(?:指标|目标|任务|规划|计划|[为由从是达到的])$/u;

export const stemOf = (word: string): string => word.replace(ENDING, '');

/** Other wordings of a word. */
export function sameAs(word: string): readonly string[] {
  const stem = stemOf(word);
  const same = SAME.filter((some) => some.includes(stem)).flat();
  return [...new Set([stem, ...same])].filter((one) => one !== word);
}
