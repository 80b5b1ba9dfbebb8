/** What turns the sense of a clause. A claim that says one must cite it, or must not leave it out, or both. */
interface Mark {
  readonly name: string;
  /** As a claim says it. */
  readonly said: RegExp;
  /** What in the cited clause allows a claim to say it; left out where a claim may always. */
  readonly cited?: RegExp;
  /** As a cited clause says it, where a claim must not leave it out; `kept` tells what in the claim keeps it. */
  readonly mark?: RegExp;
  readonly kept?: RegExp;
}

const DENIAL =
  '严禁|禁止|不得(?![低超少])|不再|不准|不能(?![低少])|不许|不可(?![缺或少])|不宜|不应|杜绝|防止|避免|遏制|谨防|未(?!来|成年|成就)|没(?!有(?:给出|写|提到))(?=\\p{Script=Han})|并非|并不|尚无|从不|拒绝|停止|不(?![断仅但够同足少低超超高多大小于良可得再准能许宜应限稳利])|零(?=发生|容忍|事故|投诉)|无(?=需|须|法|权)|非(?=\\p{Script=Han}{0,2}(?:指标|目标))';

const PERMITS =
  /可以|允许|准许|能够|得以|放宽|(?<![不认许力])可(?=[按由对组申在根参给因享获选自直向将适凭免])/u;
const DENIALS = new RegExp(DENIAL, 'gu');

const MARKS: readonly Mark[] = [
  {
    name: 'hope',
    said: /力争|争取(?!资金|上级|政策)|力求|有望/u,
    cited: /力争|争取|争创|力求|有望|目标|预期/u,
    mark: /力争|争取(?!类|资金|上级|政策)|争创|力求|预计|有望/gu,
    kept: /力争|争取(?!类|资金|上级|政策)|争创|力求|目标|计划|预[期计]|有望|将|拟|(?<![主重需必只])要(?![求素点])/u,
  },
  {
    name: 'nearly',
    said: /基本(?=[实建形完消满达解覆做得])|大体|大致/u,
    cited: /基本|大体|大致|主体/u,
    mark: /基本(?=[实建形完消满达解覆成])/gu,
    kept: /基本|大体|大致/u,
  },
  {
    name: 'by steps',
    said: /逐步|逐年|逐渐|分步|分期/u,
    cited: /逐步|逐年|逐渐|分步|分期|稳步|持续/u,
    mark: /逐步|逐年|逐渐|分期分批|分步/gu,
    kept: /逐步|逐年|逐渐|分步|分期/u,
  },
  {
    name: 'as a rule',
    said: /原则上|一般(?![公性工])|通常|通则/u,
    cited: /原则上|一般|通常/u,
    mark: /原则上|一般(?=[不为应按在情])|通常/gu,
    kept: /原则上|一般|通常/u,
  },
  {
    name: 'trying',
    said: /探索(?=\p{Script=Han})|试行|试点/u,
    cited: /探索|试行|试点|研究/u,
    mark: /探索(?=\p{Script=Han}{2})|试行|研究(?=制定|出台|建立|设立)/gu,
    kept: /探索|试行|试点|研究|尝试/u,
  },
  { name: 'at once', said: /立即|马上|立刻|即刻/u, cited: /立即|马上|立刻|即刻|即时/u },
  { name: 'at first', said: /率先/u, cited: /率先/u, mark: /率先/gu, kept: /率先|首先|最先/u },
  {
    name: 'first',
    said: /首[批个家次单条座款]|第一[个家批次座]/u,
    cited: /首[批个家次单条座款]|第一[个家批次座]/u,
    mark: /首批|首个|首家|首次|首单|首条|第一家|第一个/gu,
    kept: /首[批个家次单条座款]|第一[个家批次座]/u,
  },
  {
    name: 'denial',
    said: new RegExp(DENIAL, 'u'),
    cited: new RegExp(`${DENIAL}|零发生|清零`, 'u'),
    mark: /严禁|禁止|不得(?![低超少])|不再|不准|不能|不许|杜绝|防止|避免|遏制|未(?!来|成年|成就)|没有|并非|不(?=再|得|予|发生|涉|要求|纳入|裁|增|减)|零(?=发生|容忍)/gu,
    kept: new RegExp(`${DENIAL}|零发生|零|少|无`, 'u'),
  },
  {
    name: 'reduce',
    said: /限制(?!性)|取消|废止|撤销|淘汰|关停|拆除|退出|削减|压减|压缩|清零|消除|打击/u,
    cited: /限制|取消|废止|撤销|淘汰|关停|拆除|退出|削减|压减|压缩|清零|消除|打击|减少|禁止|降低/u,
    mark: /限制(?!性)|取消|废止|撤销|淘汰|关停|拆除|退出|削减|压减|压缩|消除|打击/gu,
    kept: /限制|取消|废止|撤销|淘汰|关停|拆除|退出|削减|压|减|清零|消除|打击|禁|不|降|无|控/u,
  },
  {
    name: 'encourage',
    said: /鼓励|提倡|倡导/u,
    cited: /鼓励|支持|引导|提倡|倡导|扶持|推动|促进|允许|奖励/u,
    mark: /鼓励|倡导|引导(?=\p{Script=Han}{3})/gu,
    kept: /鼓励|支持|引导|提倡|倡导|扶持|推动|促进|带动|吸引|奖励/u,
  },
  {
    name: 'permit',
    said: /可以|允许|准许|(?<![不认许])可(?![以能靠持再比观支用视回降控及循研溯行量见达谓操])/u,
    cited: PERMITS,
    mark: /可以|允许|准许|(?<![不认许力])可(?=[按由对组申在根参给因享获选自直向])/gu,
    kept: /可|允许|准许|能够/u,
  },
  {
    name: 'must',
    said: /必须|务必|一律|强制|强行/u,
    cited: /必须|务必|一律|一切|强制|强行|严禁|不得|必/u,
  },
  {
    name: 'all',
    said: /全部|所有|一切|全体|全都|完全|全数|通通|百分之百/u,
    cited: /全部|所有|一切|全体|均|(?<!首)都(?!市|城)|100%|一律|全量|全覆盖|每/u,
  },
  { name: 'overall', said: /全覆盖|全面/u, cited: /全/u },
  { name: 'most', said: /大部分|大多数?|多数|绝大/u, cited: /大部分|大多|多数|绝大/u },
  {
    name: 'part',
    said: /部分(?!门)|个别|少数/u,
    cited: /部分|个别|少数/u,
    mark: /(?<![大绝组])部分(?!门|署)|个别|少数(?!民族)/gu,
    kept: /部分|个别|少数|不足|不够|有的/u,
  },
  {
    name: 'only',
    said: /唯一|仅|只(?=[有需能用是剩在对])|独家|单单|只有/u,
    cited: /唯一|仅|只|独家/u,
    mark: /唯一|仅(?!次)|只(?=有|限|能)/gu,
    kept: /唯一|仅|只/u,
  },
  { name: 'most of all', said: /最(?!近|后|终|初|高不|高可)/u, cited: /最|首|第一|唯一|不超过/u },
  {
    name: 'or',
    said: /或/u,
    cited: /或|\//u,
    mark: /(?<![上下间即甚抑])或(?!许)/gu,
    kept: /或|\//u,
  },
  {
    name: 'each time',
    said: /每[年月日天季周](?!度)/u,
    cited: /每[年月日天季周]|年均|常年|逐年|日产|日均|月均/u,
    mark: /每[年月日天季周](?=\p{Script=Han})/gu,
    kept: /每|年均|月均|日均/u,
  },
  {
    name: 'everywhere',
    said: /全[国省市区县](?!统)/u,
    cited: /全[国省市区县]|^(?!.*(?:试点|有条件|贫困|片区|园区|示范[区县点]|重点[区县]|地区))/u,
  },
  {
    name: 'whole country',
    said: /全国(?!人大|人民|政协|统一|总工会)/u,
    cited: /全国|我国|国内|国家/u,
  },
  {
    name: 'at least',
    said: /至少|至多/u,
    mark: /至少(?!\d)|至多(?!\d)/gu,
    kept: /至少|不少于|不低于|至多|最多|不超过/u,
  },
  {
    name: 'degree',
    said: /大幅|显著|明显|大大|彻底|略有|小幅|急剧|普遍|广泛|高度|十分(?!之)|非常/u,
    cited: /大幅|显著|明显|大大|彻底|略|小幅|急剧|有效|较|普遍|广泛|高度|十分|非常/u,
  },
  {
    name: 'condition',
    said: /必要时|特殊情况/u,
    cited: /必要|特殊|确需/u,
    mark: /有条件的?|符合条件的?|确需|必要时|条件成熟/gu,
    kept: /条件|确需|必要|符合|合格/u,
  },
];

/** The first mark a claim's clause says that none of the cited texts says. */
export const markAdded = (claimed: string, cited: string): string | undefined => {
  for (const { said, cited: allows } of MARKS) {
    const found = said.exec(claimed);
    if (!found || !allows || allows.test(cited)) continue;
    // 可防性案件: as part of a word that is cited.
    const whole = claimed.slice(found.index, found.index + found[0].length + 1);
    if (whole.length === found[0].length || !cited.includes(whole)) return found[0];
  }
  const denied = claimed.match(DENIALS) ?? [];
  return denied.length > Math.max(1, (cited.match(DENIALS) ?? []).length)
    ? denied.at(-1)
    : undefined;
};

/** Said once, these hold of what a sentence says after it as well. */
const HOLDS_ON = new Set(['hope', 'encourage', 'permit', 'condition', 'by steps']);

/** The first mark of a cited clause that stands before what a claim takes of it and that the claim leaves out. */
export const markLeftOut = (
  cited: string,
  lastSaid: number,
  claimed: string,
  before: string,
  whole: string,
): string | undefined => {
  for (const { name, mark, kept } of MARKS) {
    if (!mark || !kept) continue;
    const left = [...cited.matchAll(mark)].find(({ index }) => index < lastSaid);
    const other = name === 'hope' ? before : HOLDS_ON.has(name) ? whole : '';
    const isKept = kept.test(claimed) || (other !== '' && kept.test(other));
    if (left && !isKept) return left[0];
  }
  return [...cited.matchAll(BEHIND)].find(({ 1: before = '', 2: bound = '' }) =>
    new RegExp(`${before}(?!及?${bound})`, 'u').test(claimed),
  )?.[0];
};

const CAUSE =
  /因此|因而|所以|由于|因为|原因|得益于|归功于|导致|致使|造成|源于|从而|进而|由此|故而|故此|为此|因(?=\p{Script=Han}{1,12}[而致])/gu;

/** A cause that a claim gives and what it cites does not: the word for it. */
export function causeAdded(claimed: string, cited: string): string | undefined {
  const [given, known] = [claimed.match(CAUSE) ?? [], cited.match(CAUSE) ?? []];
  return given.length > known.length ? given.at(-1) : undefined;
}

/** What only more or less of is meant; an amount keeps its own. */
const BEHIND =
  /(?<![\d百千万亿])((?!平方|公里|公顷|人次|美元|个月|工作日|小时|分钟|[一二三四五六七八九十两几]\p{Script=Han})\p{Script=Han}{2}|[一二三]级)及?(以[上下])/gu;
