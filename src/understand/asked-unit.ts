/**
 * What kind of figure a question wants, and how such a figure looks in a plan.
 * A sentence without one cannot answer, however well its words fit.
 */
export interface AskedUnit {
  readonly name: string;
  /** Finds a figure of this kind in a normalised text. */
  readonly figure: RegExp;
  /** The same with the figure perhaps in Chinese numerals (两座, 十条), which are often no answer. */
  readonly loose?: RegExp;
}

/** A figure of whatever kind, in a flattened text: older plans write theirs in Chinese numerals. */
export const HOLDS_FIGURE = /\d|[一二三四五六七八九十百千][百千万亿]|百分之/u;

const WRITTEN = '[一二三四五六七八九十两][零一二三四五六七八九十百千万亿]*';

const after = (number: string, units: string): RegExp =>
  new RegExp(`${number}\\s*(?:余|多|以上|左右|个)?\\s*(?:${units})`, 'u');
const numberBefore = (units: string): RegExp => after('\\d[\\d,.]*', units);
/** Measured, not counted: nobody says 九平方米 but of a figure, as they say 一个 or 两座. */
const measuredBefore = (units: string): RegExp => after(`(?:\\d[\\d,.]*|${WRITTEN})`, units);
const numeralBefore = (units: string): RegExp =>
  after('(?:\\d[\\d,.]*|[一二三四五六七八九十百千万两]+)', units);

interface UnitRule extends AskedUnit {
  /** How a person asks for it. */
  readonly asked: RegExp;
}

const SHARE = new RegExp(
  `${numberBefore('%|‰|个百分点|成|个点').source}|百分之[一二三四五六七八九十零点]`,
  'u',
);

/** Asked for a time. */
export const TIME = '时间';

/** Asked for a figure of whatever kind. */
export const ANY_FIGURE = '数';

/** First match wins: the special before the general. */
const UNIT_RULES: readonly UnitRule[] = [
  {
    name: TIME,
    asked: /什么时候|何时|哪一?年|哪[天日]|哪个月|几月几?[日号]|到哪年/u,
    figure:
      /\d{4}\s*年|\d+\s*月|十[一二三四五六]五.{0,4}(?:末|时期|期间)|年底|年内|月底|上半年|下半年/u,
  },
  {
    name: '美元',
    asked: /多少(?:亿|万)?美元|几(?:亿|万)?美元/u,
    figure: measuredBefore('(?:亿|万)?美元'),
  },
  {
    name: '亿元',
    asked:
      /(?:多少|几)(?:个|十|百|千|万)*亿|多少万元|亿元?[?]?$|(?:产值|投资额|余额)(?:目标)?(?:是|有|达到)?(?:多少|几何|呢)?[?]?$/u,
    figure: measuredBefore('万?亿(?:元|美元)?|万元'),
  },
  {
    name: '元',
    asked: /多少(?:块)?钱|多少元|多少块(?![地田石])|几块钱|多少补贴|多少工资|挣多少|赚多少/u,
    figure: measuredBefore('[万亿]?元'),
  },
  {
    name: '万吨',
    asked: /(?:多少|几)(?:十|百|千)*(?:万|亿)?吨|万吨[?]?$/u,
    figure: measuredBefore('[万亿]?吨'),
  },
  {
    name: '万人',
    asked: /(?:多少|几)万人|人口(?:一共|总共|总数|总量)?(?:是|有)?多少/u,
    figure: measuredBefore('万(?:余|多)?人'),
  },
  {
    name: '份额',
    asked:
      /百分之几|千分之几|百分之多少|占几成|几成|几个(?:百分)?点|(?:占比|比例|比重|率)[^。;?]{0,14}(?:多少|多高|几|多大)|多少(?:个)?百分|(?:占比|比例|比重|率)(?:目标)?(?:是|呢)?[?]?$/u,
    figure: SHARE,
  },
  { name: '岁', asked: /(?:多少|几)岁/u, figure: numberBefore('岁') },
  {
    name: '名次',
    asked: /第几|什么名次|排名|排第|位次/u,
    figure:
      /第\s*(?:\d+|[一二三四五六七八九十]+)|前\s*(?:\d+|[一二三四五六七八九十]+)|位次|居首|首位|列全/u,
  },
  {
    name: '人',
    asked: /(?:多少|(?<![哪第])几)(?:(?:个|名|位)?(?:人|人次)(?!口)|名|位)/u,
    figure: numberBefore('[万亿]?(?:人次|人|名|位)'),
  },
  { name: '公里', asked: /(?:多少|几)公里|多长|多远/u, figure: measuredBefore('公里|千米|米') },
  {
    name: '面积',
    asked:
      /多大(?:面积|地盘|块)|(?:多少|几)(?:万)?(?:平方|平米|亩|公顷)|面积[^,。;?]{0,6}(?:多少|多大)/u,
    figure: measuredBefore('[万亿]?(?:平方公里|平方米|平米|亩|公顷)'),
  },
  {
    name: ANY_FIGURE,
    asked:
      /多少|几何|是几|多高|多大|定的?几|(?:哪个|谁)(?:区|家|市)?(?:更|最)?[大高多少低快]|(?:数量?|总量|数值|产值|产量|收入|面积|规模|目标值?)(?:目标|是|呢)?[?]?$/u,
    figure: /(?<![a-z\d.])\d[\d.]*(?![a-z\d])|[一二三四五六七八九十百千][万亿]|百分之/u,
  },
];

/** Measure words a plan may use for the one a person asks with: 几所小学 is never answered by 一岗. */
const MEASURES: Readonly<Record<string, string>> = {
  个: '个|家|座|处|所|项|件|场|台|户|条|只|辆|套|张|次|份|支|名|人|片|对|届',
  家: '家|户|个|所',
  座: '座|个|处',
  处: '处|个|座|所',
  所: '所|个|处|家',
  项: '项|个|件',
  件: '件|项|个',
  场: '场|项|次|个|届',
  台: '台|套|辆|个',
  户: '户|家',
  条: '条|个|项',
  只: '只|支|个|万只',
  辆: '辆|台',
  套: '套|台|个|户',
  张: '张|床|个',
  天: '天|日',
  次: '次|轮|场|批',
  床: '床|张|个',
  份: '份|个|项',
  支: '支|个|只',
  年: '年',
};
const ASKED_MEASURE = /(?:多少|(?<!哪)几)([个家座处所项件场台户条只辆套张天次床份支年])/u;

/** Undefined where the question does not ask for a figure. Reads a normalised question. */
export function askedUnit(question: string): AskedUnit | undefined {
  const special = UNIT_RULES.find((rule) => rule.name !== ANY_FIGURE && rule.asked.test(question));
  if (special) return special;
  const measure = MEASURES[ASKED_MEASURE.exec(question)?.[1] ?? ''];
  if (measure)
    return { name: '个数', figure: numberBefore(measure), loose: numeralBefore(measure) };
  return UNIT_RULES.find((rule) => rule.asked.test(question));
}
