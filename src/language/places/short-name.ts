/** Peoples that self-governing places are named after; those of one character only with 族 behind them. */
const PEOPLES = [
  '蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南',
  '仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|鄂伦春|赫哲|门巴|珞巴|基诺',
].join('|');
const OF_PEOPLES = new RegExp(
  `(?:(?:${PEOPLES})族?|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌京怒各]族|独龙族)+自治[区州县旗]$`,
  'u',
);
const SELF_GOVERNING = /族?自治[区州县旗]$/u;
const ENDING = /(?:特别行政区|地区|林区|特区|矿区|省|市|区|县|旗|盟)$/u;
/** Zones keep their whole name: 淄博高新区, 滨海新区, 经开区. */
const ZONE = /(?:高新|新|开发|经开|度假|示范|保税|试验|合作|产业|园)区$/u;
const MIN_SHORT_CHARS = 2;

/**
 * The name people say: 淄川区 → 淄川, 宁夏回族自治区 → 宁夏, 恩施土家族苗族自治州 → 恩施. What would leave a
 * single character (和县) and zones (淄博高新区) stay as they are.
 */
export function shortPlace(name: string): string {
  if (ZONE.test(name)) return name;
  const forms = [OF_PEOPLES, SELF_GOVERNING, ENDING]
    .filter((ending) => ending.test(name))
    .map((ending) => name.replace(ending, ''));
  return forms.find((form) => form.length >= MIN_SHORT_CHARS) ?? name;
}
