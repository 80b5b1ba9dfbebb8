/** How the head of a government document is written: label lines, numbers, dates, addressees, signatures. */

/** Labels of the table that websites put above a document, by what their value is. */
export const METADATA_LABELS: ReadonlyMap<
  string,
  'title' | 'number' | 'issuer' | 'date' | 'other'
> = new Map([
  ['标题', 'title'],
  ['文件名称', 'title'],
  ['发文机关', 'issuer'],
  ['发文机构', 'issuer'],
  ['发布机构', 'issuer'],
  ['发文单位', 'issuer'],
  ['制定机关', 'issuer'],
  ['发文字号', 'number'],
  ['文号', 'number'],
  ['发文号', 'number'],
  ['成文日期', 'date'],
  ['发文日期', 'date'],
  ['印发日期', 'date'],
  ['发布日期', 'date'],
  ['公开日期', 'date'],
  ['索引号', 'other'],
  ['主题分类', 'other'],
  ['主题词', 'other'],
  ['信息分类', 'other'],
  ['公开方式', 'other'],
  ['公开类别', 'other'],
  ['有效性', 'other'],
  ['效力状态', 'other'],
  ['统一编号', 'other'],
  ['来源', 'other'],
  ['信息来源', 'other'],
]);

export const DOCUMENT_NUMBER =
  /[\u4e00-\u9fff]{1,12}[〔[（(]\s*20\d\d\s*[〕\]）)]\s*第?\s*\d{1,4}\s*号/;
export const DATE = /(20\d\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?/;
export const DATE_LINE = new RegExp(`^\\s*${DATE.source}\\s*$`);
export const OPENLY_PUBLISHED = /^[（(]?\s*此件[^。]{0,12}(?:公开|发布)[^。]{0,8}[）)]?$/;
/** （2021年2月1日……通过）under a title. */
export const ADOPTED = /^[（(]\s*20\d\d\s*年.{4,60}(?:通过|批准)\s*[）)]$/;
export const ADDRESSEES = /^各.{2,200}[:：]$/;
/** 《……》已经……审议通过，现印发给你们: the first group is the plan's own title. */
export const NOTICE = /《([^《》]{4,80})》(?:已经|业经|已)[^。]{2,60}(?:印发|下发|执行|实施)/;
/** Perhaps run together with the first entries: 目录序言. */
export const CONTENTS_LINE = /^目\s*[录次](?:$|\s*(?=(?:前言|序言|引言|第\s*[一1]\s*[编篇章节])))/;
export const PREFACE_LINE = /^(?:前\s*言|引\s*言|序\s*言|导\s*言|序)$/;
/** 各位代表： opens what is said; the head is over. */
export const SALUTATION = /^(?:各位|尊敬的|主席|同志们)[^。]{0,20}[:：！!]$/;
/** ——2026年1月27日在青海省第十四届人民代表大会第四次会议上 under a title. */
export const DELIVERED =
  /^[（(—―－\-–]*\s*[12]\d{3}\s*年.{2,60}(?:会议|大会|全会)(?:上|第.{1,6}次.{0,10})?(?:[）)]|\s.{2,30})?$/;
/** 省长 王清宪: the office and the name of who speaks. */
export const SPEAKER =
  /^[^，。；：、]{0,24}(?:省长|市长|区长|县长|旗长|州长|盟长|主席|主任|书记|总理)\s+[\u4e00-\u9fff·]{1,12}(?:\s+[\u4e00-\u9fff]{1,2})?$/;
export const COPIES_LINE = /^抄\s*送\s*[:：]/;
/** 淄川区人民政府办公室　2023年7月3日印发 at the foot of a document. */
export const PRINTED_LINE = /^.{2,40}20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发$/;

export const FIRST_HEADING = /^(?:第\s*一\s*[章节编篇]|[一]、)/;

/** The last words of a document's title. */
export const TITLE_NOUNS =
  '报告|建议|意见|方案|纲要|规划|计划|要点|条例|办法|规定|细则|规则|通知|通报|决定|决议|公告|清单|任务|措施|举措|指引|指南|批复|分工|公报|战略|行动|预案|安排|部署|章程|准则|总结|实事|实事项目';

export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
