/** What public sites print over a document, in pairs of a label and its value. */
const LABEL =
  /^(?:索引号|统一编号|标题|名称|文件名称|信息名称|公文名称|发文机关|发文单位|发布机构|发布单位|制发机关|公开机构|信息来源|发文字号|文号|发文号|文件编号|成文日期|发文日期|生成日期|印发日期|发布日期|公开日期|公布日期|发布时间|生效日期|实施日期|失效日期|废止日期|主题分类|主题词|关键词|分类|信息分类|组配分类|主题|体裁分类|体裁|公开方式|公开形式|公开范围|公开时限|有效性|效力|效力状态|时效性|所属主题|服务对象|来源)$/u;
const MIN_LABELS = 3;
const EMPTY_VALUE = /^(?:无|暂无|[-—－/\s]*)$/u;

export function isIndexLabel(text: string): boolean {
  return LABEL.test(labelOf(text));
}

const labelOf = (text: string): string => text.replace(/[\s\u3000：:【】[\]]/gu, '');

/** Pairs of a table that are written label, value, label, value; null for any other table. */
export function indexPairs(rows: readonly (readonly string[])[]): string[] | null {
  const cells = rows.flat().filter((text) => text !== '');
  if (cells.filter(isIndexLabel).length < MIN_LABELS) return null;
  return rows.flatMap((row) =>
    row.flatMap((text, index) => {
      const value = row[index + 1] ?? '';
      return isIndexLabel(text) && !isIndexLabel(value) ? pairOf(text, value) : [];
    }),
  );
}

function pairOf(label: string, value: string): string[] {
  return EMPTY_VALUE.test(value) ? [] : [`${labelOf(label)}：${value}`];
}

const LABEL_AT_START = /^([\p{Script=Han}\s\u3000]{2,12})[：:]/u;

/** Whether so many of these lines begin with a label that they are such an index. */
export function isIndex(lines: readonly string[]): boolean {
  const labels = lines.filter((line) => isIndexLabel(LABEL_AT_START.exec(line)?.[1] ?? ''));
  return labels.length >= MIN_LABELS && labels.length >= lines.length / 2;
}
