/** A true sentence with one thing turned false, and what that is. */
export interface ToldLie {
  readonly kind: string;
  readonly text: string;
}

type Told = readonly string[];
type Teller = (text: string, quotes: string) => Told;

/** Each place a pattern stands, replaced by each of some words. */
const each = (text: string, pattern: RegExp, into: (found: RegExpMatchArray) => Told): Told =>
  [...text.matchAll(pattern)].flatMap((found) =>
    into(found).map(
      (other) => text.slice(0, found.index) + other + text.slice(found.index + found[0].length),
    ),
  );

/** Words that must not stand for each other, in rows. */
const swapping =
  (rows: string): Teller =>
  (text) =>
    rows.split('\n').flatMap((row) => {
      const words = row.trim().split(' ').filter(Boolean);
      const longest = [...words].sort((a, b) => b.length - a.length).join('|');
      return longest === ''
        ? []
        : each(text, new RegExp(longest, 'gu'), ([said]) =>
            words.filter((one) => one !== said && !one.includes(said) && !said.includes(one)),
          );
    });

const PLACES = [
  '淄川区',
  '周村区',
  '淄博高新区',
  '淄博市',
  '张店区',
  '北京',
  '重庆',
  '安徽',
  '福建',
  '贵州',
  '海南',
  '河北',
  '河南',
  '湖南',
  '江西',
  '吉林',
  '山西',
  '新疆',
  '西藏',
];
const PLACE = new RegExp(PLACES.join('|'), 'gu');
const FIGURE = /(?<![\d.])\d+(?:\.\d+)?(?![\d.]|\s*[年月日]|[A-Za-z+])/gu;
const COUNTED =
  '(?:亿元|万元|亿美元|元|%|个百分点|万人次|万人|人次|人|家|个|项|处|所|件|条|万吨|吨|万亩|亩|公里|平方公里|万辆|辆|张|座|名|位|支|户|岁|分钟|亿斤)';
const UNITS: Readonly<Record<string, Told>> = {
  亿元: ['万元', '亿美元'],
  万元: ['亿元', '元'],
  亿美元: ['亿元'],
  '%': ['个百分点', '‰'],
  个百分点: ['%'],
  万人: ['人', '万户'],
  人次: ['万人次'],
  万人次: ['万人'],
  万吨: ['吨'],
  亿斤: ['万斤', '亿吨'],
  公里: ['米'],
  平方公里: ['公里', '平方米'],
  万亩: ['亩'],
  亩: ['公顷'],
  万辆: ['辆'],
  岁: ['年'],
  座: ['处'],
};
const VERB =
  '(?:建成|实现|完成|推进|推动|建设|实施|开展|加强|支持|提高|提升|新增|打造|培育|扩大|落实|达到|成为|鼓励|健全|完善)';

const TELLERS: Readonly<Record<string, Teller>> = {
  place: (text) =>
    each(text, PLACE, ([said]) =>
      PLACES.filter((one) => one !== said)
        .slice(0, 19)
        .filter((_one, at) => at % 5 === text.length % 5),
    ),
  year: (text) =>
    each(text, /(?:19|20)\d{2}(?=年)/gu, ([year]) => [
      String(Number(year) + 1),
      String(Number(year) - 5),
    ]),
  period: (text) =>
    each(text, /十[一三四五]五|十一五/gu, ([said]) =>
      ['十二五', '十四五', '十五五'].filter((one) => one !== said),
    ),
  digit: (text) =>
    each(text, FIGURE, ([figure]) => {
      const at = text.length % figure.length;
      const digit = figure.charAt(at) === '.' ? 0 : at;
      return [
        figure.slice(0, digit) +
          ((Number(figure.charAt(digit)) + 1) % 10 || 3) +
          figure.slice(digit + 1),
        `${figure}0`,
        `1${figure}`,
      ].filter((one) => Number(one) !== Number(figure));
    }),
  unit: (text) => each(text, new RegExp(`(?<=\\d)${COUNTED}`, 'gu'), ([unit]) => UNITS[unit] ?? []),
  neighbours: (text) => {
    const figures = [
      ...text.matchAll(new RegExp(`(?<![\\d.])\\d+(?:\\.\\d+)?(?=(${COUNTED}))`, 'gu')),
    ];
    return figures.flatMap((one, at) =>
      figures
        .slice(at + 1)
        .filter((other) => other[1] === one[1] && other[0] !== one[0])
        .map(
          (other) =>
            text.slice(0, one.index) +
            other[0] +
            text.slice(one.index + one[0].length, other.index) +
            one[0] +
            text.slice(other.index + other[0].length),
        ),
    );
  },
  duty: (text) => [
    ...(text.includes('牵头') && /配合/u.test(text)
      ? [text.replace(/牵头/gu, '※').replace(/配合/gu, '牵头').replace(/※/gu, '配合')]
      : []),
    ...each(
      text,
      /区发改局|区科技局|区行政审批局|区水利局|区住建局|生态环境部|财政部|农业农村部|市场监管总局|扶贫办/gu,
      ([said]) => ['区教体局', '国家能源局', '区财政局'].filter((one) => one !== said),
    ),
    ...(text.includes('牵头') ? [] : each(text, /负责/gu, () => ['监督'])),
  ],
  'target as result': (text) =>
    !/将|要(?!求)|计划|目标|力争|拟/u.test(text)
      ? []
      : [
          ...each(
            text,
            /(?<=[\p{Script=Han}，])(?<![主重需必只])(?:将要?|要|计划|力争|拟)(?=\p{Script=Han})(?!求|么|素|点)/gu,
            () => ['已'],
          ),
          ...each(text, /目标(?:是|为)?(?=\d)/gu, () => ['实际达到']),
          ...each(text, /达到(?=\d)/gu, () => ['已达到']),
        ],
  'result as target': (text) =>
    /将|要|计划|目标|力争/u.test(text)
      ? []
      : each(
          text,
          /已经?(?=[\p{Script=Han}])|(?<=\p{Script=Han})(?=(?:建成|新增|完成|办理|淘汰|入选)(?:了)?\d)/gu,
          () => ['计划', '力争'],
        ),
  'hedge dropped': (text) =>
    each(
      text,
      /力争|左右|以上|以下|(?<![节签公自我集制])约(?!束)为?|原则上|基本(?!养老|公共|格式)|超过|近(?=\d)|不少于|不低于|至少|突破(?=\d)|有望|逐步|一般(?![检监])|探索/gu,
      () => [''],
    ),
  'hedge added': (text) => [
    ...each(
      text,
      new RegExp(
        `(?<!(?:不少于|不低于|超过|至少|约)[\\d.]+)(?<=\\d${COUNTED})(?=[，。；、])`,
        'gu',
      ),
      () => ['以上', '左右'],
    ),
    ...each(
      text,
      new RegExp(
        `(?<=[\\p{Script=Han}])(?<!不.于|超过|第)(?=\\d+(?:\\.\\d+)?${COUNTED}(?!左右|以))`,
        'gu',
      ),
      () => ['不超过', '约'],
    ),
  ],
  'scope widened': (text) => [
    ...each(text, /淄川区|周村区|淄博高新区/gu, () => ['淄博市', '山东省']),
    ...each(
      text,
      /淄博市|北京|重庆|河北|河南|湖南|江西|福建|安徽|吉林|山西|新疆|西藏|贵州|海南/gu,
      () => ['全国'],
    ),
    ...each(text, /试点城市|试点地区|镇村|困难企业|贫困地区/gu, () => ['全国']),
    ...each(text, /全[市区省]首/gu, () => ['全国首']),
  ],
  'part as whole': (text) =>
    text.includes('负责')
      ? []
      : each(
          text,
          /规模以上|规上|省级|市级|国家级|城镇|农村|民间|一般|工业|小微|高等|普惠性|省大中型|高层次|粮食|水泥熟料|老旧|(?<!为)重点(?!领域|项目|任务|做|推|抓)|本外币|常住|每万人口|人均|低收入|个人|主要|丘陵山区|大中型|单户|中央|公办/gu,
          ([word]) => (text.split(word).length > 2 ? [] : ['']),
        ),
  cause: (text) =>
    text.includes('，')
      ? [
          text.replace('，', '，因此'),
          text.replace('，', '，从而'),
          `由于${text}`,
          text.replace('，', '，这主要得益于'),
        ]
      : [`${text.replace(/。$/u, '')}，原因是政策支持。`],
  negation: (text) => [
    ...each(text, new RegExp(`(?<=[\\p{Script=Han}，])(?=${VERB})`, 'gu'), () => [
      '不',
      '未',
      '没有',
    ]).slice(0, 4),
    ...each(text, /不得|不能|没有|不再|禁止|未(?!来)|防止|避免/gu, () => ['', '可以']),
  ],
  direction: swapping(`提高 降低
    提升 下降
    增长 下降
    增加 减少
    扩大 缩小
    加强 削弱
    高于 低于
    较多 较少
    上升 下降
    加快 放缓
    鼓励 限制
    支持 限制 反对
    允许 禁止
    放宽 收紧
    新建 拆除
    增至 降至
    带动 抑制
    加大 减小
    改善 恶化
    入选 落选
    优先 暂缓
    稳定 波动`),
  quantifier: (text) => [
    ...each(
      text,
      /(?<=[\p{Script=Han}，])(?=(?:建设|实施|推进|开展|支持|培育|新增)\p{Script=Han})/gu,
      () => ['全部', '率先', '仅'],
    ).slice(0, 3),
    ...each(text, /首个|首家|第一家|首批|全部|部分(?!门)/gu, ([said]) =>
      ['唯一', '大部分', '部分'].filter((one) => one !== said && !said.includes(one)),
    ),
    ...each(text, /居全国前列|位居全国前列/gu, () => ['居全国第一', '居全国末位']),
    ...each(text, /第([一二三四]|\d)(?![十批章节])/gu, ([, rank]) => [
      rank === '一' || rank === '1' ? '第三' : '第一',
    ]),
  ],
  property: swapping('约束性 预期性'),
  modality: swapping(`可以 必须 不得
    应当 可以
    鼓励 必须
    原则上 一律
    试点 全面推广
    逐步 立即
    优先 只能
    和 或`),
  kin: swapping(`工业 农业
    城镇 农村
    城市 乡村
    外贸进口 外贸出口
    存款 贷款
    收入 支出
    国家级 省级 市级 县级
    小学 高中
    男性 女性
    种植 收获
    马铃薯 棉花 油菜 花生
    医疗 养老
    养老 失业 工伤
    幼儿园 高中
    企业 事业单位
    民营 国有
    公办 民办
    招标采购 谈判采购
    秸秆 地膜
    东片 西片
    中小企业 大型企业
    高速公路 铁路
    铁路 航道
    教育 卫生
    粮食 蔬菜
    蔬菜 水果
    人大代表 政协委员
    建议 提案
    小麦 大豆
    投资 消费
    消费 出口
    生产 销售
    固体废物 污水
    机器人 无人机
    五星级 四星级
    博物馆 图书馆
    核心区 示范区
    境外 境内
    新建 改建
    电商 银行
    学校 医院
    上市公司 国有企业`),
  'same verb of another': (text, quotes) => {
    const stated = [
      ...quotes.matchAll(
        /(?<=[，；。、]|^)(\p{Script=Han}{2,14}?)(达到|达|增长|完成|实现|为|突破|超过|提高到)(\d+(?:\.\d+)?(?:%|亿元|万元|家|个|人|万人|公里|项|万亿元))/gu,
      ),
    ];
    return stated.slice(0, -1).flatMap(([, , verb, figure], at) => {
      const [, other = ''] = stated[at + 1] ?? [];
      return other.length < 4 || text.includes(`${other}${verb}${figure}`)
        ? []
        : [`${other}${verb}${figure}。`];
    });
  },
  'says more': (text) => [
    ...(text.includes('全国第') ? [] : [text.replace(/。$/u, '，居全国第一位。')]),
    text.replace(/。$/u, '，并获得国务院通报表扬。'),
    text.replace(/。$/u, '，群众普遍满意。'),
    text.replace(/。$/u, '，这在全国属于领先水平。'),
  ],
};

const plain = (text: string): string => text.replace(/\s+/gu, '');

/** Every lie of these kinds that a true sentence can be made into. */
export function liesToldOf(text: string, quotes: readonly string[]): ToldLie[] {
  const quoted = plain(quotes.join(''));
  const seen = new Set([text]);
  return Object.entries(TELLERS).flatMap(([kind, tell]) =>
    tell(text, quoted).flatMap((lie) => {
      if (seen.has(lie)) return [];
      seen.add(lie);
      return [{ kind, text: lie }];
    }),
  );
}
