/** What a province is called in one character, on number plates and in 湘鄂赣; the first is the usual one. */
export const ONE_CHARACTER_NAMES: ReadonlyMap<string, string> = new Map([
  ['京', '北京市'],
  ['津', '天津市'],
  ['冀', '河北省'],
  ['晋', '山西省'],
  ['蒙', '内蒙古自治区'],
  ['辽', '辽宁省'],
  ['吉', '吉林省'],
  ['黑', '黑龙江省'],
  ['沪', '上海市'],
  ['苏', '江苏省'],
  ['浙', '浙江省'],
  ['皖', '安徽省'],
  ['闽', '福建省'],
  ['赣', '江西省'],
  ['鲁', '山东省'],
  ['豫', '河南省'],
  ['鄂', '湖北省'],
  ['湘', '湖南省'],
  ['粤', '广东省'],
  ['桂', '广西壮族自治区'],
  ['琼', '海南省'],
  ['渝', '重庆市'],
  ['川', '四川省'],
  ['蜀', '四川省'],
  ['黔', '贵州省'],
  ['贵', '贵州省'],
  ['滇', '云南省'],
  ['云', '云南省'],
  ['藏', '西藏自治区'],
  ['陕', '陕西省'],
  ['秦', '陕西省'],
  ['甘', '甘肃省'],
  ['陇', '甘肃省'],
  ['青', '青海省'],
  ['宁', '宁夏回族自治区'],
  ['新', '新疆维吾尔自治区'],
  ['港', '香港特别行政区'],
  ['澳', '澳门特别行政区'],
  ['台', '台湾省'],
]);

/** Characters that are words of their own as well (新, 云, 黑) and name no place outside a row of such names. */
const ALSO_WORDS = new Set([...'新云黑青宁甘吉苏辽蒙藏台港澳川京津贵秦桂']);
const ALL = [...ONE_CHARACTER_NAMES.keys()].join('');
const STANDS_ALONE = [...ALL].filter((name) => !ALSO_WORDS.has(name)).join('');
const ROW = new RegExp(`[${ALL}](?:[、和与跟]?[${ALL}])+`, 'gu');
/** 湘2026年…, 鲁的…, 豫省…: at the start of a question or clause, before a time, 的, 省 or a figure's name. */
const ALONE = new RegExp(
  `(?<=^|[,，、和与跟比较])[${STANDS_ALONE}](?=(?:省|的|今年|明年|去年|前年|政府|和|与|跟|比|、|\\d{2,4}年|十[一二三四五六]五|gdp))`,
  'giu',
);
const MIN_ROW = 3;

/** The provinces a text calls by one character (湘2026年…, 湘鄂赣三省), with where it does. */
export function oneCharacterNames(
  text: string,
): readonly { readonly name: string; readonly start: number; readonly province: string }[] {
  const rows = [...text.matchAll(ROW)]
    .filter(([row]) => [...row].filter((char) => ONE_CHARACTER_NAMES.has(char)).length >= MIN_ROW)
    .flatMap(({ 0: row, index }) => [...row].map((name, at) => ({ name, start: index + at })));
  const alone = [...text.matchAll(ALONE)].map(({ 0: name, index }) => ({ name, start: index }));
  const seen = new Set<number>();
  return [...rows, ...alone].flatMap(({ name, start }) => {
    const province = ONE_CHARACTER_NAMES.get(name);
    if (province === undefined || seen.has(start)) return [];
    seen.add(start);
    return [{ name, start, province }];
  });
}
