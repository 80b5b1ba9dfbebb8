/**
 * Some fonts name a character by the radical that looks like it (⼈⺠ for 人民). Kangxi radicals have a
 * compatibility mapping of their own; these of the supplement have none.
 */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const UNIFIED: ReadonlyMap<string, string> = new Map(
  [...SUPPLEMENT].flatMap((char, index, all) =>
    index % 2 === 0 ? [[char, all[index + 1] ?? char] as const] : [],
  ),
);

export function foldRadicals(text: string): string {
  return text
    .replace(/[\u2e80-\u2eff]/gu, (char) => UNIFIED.get(char) ?? char)
    .replace(/[\u2f00-\u2fdf]/gu, (char) => char.normalize('NFKC'));
}
