const alternatives = (words: string): string =>
  words
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|');

/** Measure words and units of plans; longest first, so that 平方公里 is never read as 平. */
const UNIT_WORDS = alternatives(
  '% ‰ 百分点 个百分点 个点 元 美元 欧元 港元 日元 人 人次 名 位 户 家 口 ' +
    '公里 千米 米 厘米 毫米 平方公里 平方千米 平方米 平米 立方米 立方 亩 公顷 里 ' +
    '吨 吨标准煤 吨标煤 公斤 千克 斤 克 升 毫升 千瓦 千瓦时 兆瓦 度 伏 千伏 蒸吨 标准箱 标箱 ' +
    '岁 年 个月 月 日 天 周 小时 个小时 分钟 分 秒 季度 倍 番 成 ' +
    '个 项 件 条 座 处 所 类 种 支 批 次 期 级 章 节 大 强 轮 届 场 套 台 辆 架 艘 张 床 对 片 组 只 头 份 门 层 ' +
    '块 段 部 篇 本 册 间 栋 幢 棵 株 眼 枚 号 号线 步 点 轴 带 圈 廊 园 区 县 市 省 镇 村 街 课时 学时',
);
const LATIN_UNITS = alternatives(
  'm m2 m3 km km2 kg t kw mw gw kwh mwh mwp kv kva mm cm ha l ml gb tb mb mpa db',
);
const PER = 'a-z人户亩年月日天';

/** A unit as a pattern: a known one or Latin letters, perhaps by another (吨/日). */
export const LATIN_UNIT = `(?:(?:${LATIN_UNITS})(?![a-z]))`;

export const UNIT = `(?:(?:${UNIT_WORDS})(?:\\/(?:[${PER}]|平方公里|公里|小时))?|${LATIN_UNIT}(?:\\/[${PER}]+)?)`;

/** What stands in the place of a unit and is not known as one: 3银4铜. Function words are none. */
export const BARE_UNIT =
  /^(?![的和与及以为至到等在是较比增下提其并将由从按分全共占对向被把若或同达超居列排左右上内中之则即也都])\p{Script=Han}/u;

/** What a scale multiplies by stays part of the unit: 0.5亿元 is not written 5000万元 unless someone reckons. */
export const SCALE = '(?:百万|千万|万亿|千亿|百亿|十亿|万|亿|千|百)';

/** One name for units that have two. */
export const unitName = (unit: string): string =>
  unit.replace(/^个(?=百分点|小时)|^个(?=点$)/u, '').replace(/^点$/u, '百分点');
