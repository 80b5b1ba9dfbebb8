/** Letters that alone tell two words apart that are otherwise alike: what one says of a thing the other denies. */
const LETTERS: readonly string[] = (
  '升降 增减 扩缩 强弱 高低 多少 上下 内外 进出 入出 入落 存贷 收支 公民 公私 男女 城乡 城农 城村 工农 东西南北中 前后 新旧老 新改 大小中 国省市区县镇乡村 ' +
  '初高小中大 先后 快慢 开关 宽严 放收 加减 正负副 左右 买卖 产销 供需 早晚 长短 优劣 好坏 允禁 内境 境国 春夏秋冬 一二三四五六七八九 首末 有无 主次 ' +
  '铁公水 煤气油电 玉小大 男女 老幼 独共 军民 陆海空 党政 生死 动静 软硬 干湿 单双 始终 昼夜 盈亏 存废 博图 猪牛羊鸡 左中右'
).split(' ');

/** Whether two words of one length differ in a letter that turns the sense, or one is the other denied. */
export function isOpposed(one: string, other: string): boolean {
  if (denies(one, other) || denies(other, one)) return true;
  for (const row of LETTERS) {
    const mine = [...row].filter((letter) => one.includes(letter) && !other.includes(letter));
    const theirs = [...row].filter((letter) => other.includes(letter) && !one.includes(letter));
    if (mine.length > 0 && theirs.length > 0) return true;
  }
  return false;
}

const denies = (one: string, other: string): boolean =>
  /^[不未无非没]/u.test(one) && !/^[不未无非没]/u.test(other);
