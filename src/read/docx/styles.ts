import { child, childrenNamed, isOn, numberOf, settingOf, type XmlElement } from './xml-tree.ts';

/** Numbering that a paragraph or a style asks for; `numId` 0 takes an inherited one away. */
export interface NumberingRequest {
  readonly numId: string | undefined;
  readonly ilvl: number | undefined;
}

export interface Style {
  /** In lower case; Word and WPS name the built-in ones in English, whatever the language. */
  readonly name: string;
  readonly properties: XmlElement | undefined;
  readonly runProperties: XmlElement | undefined;
  /** Its own id and those it is based on, nearest first. */
  readonly chain: readonly string[];
}

export type Styles = (styleId: string | undefined) => readonly Style[];

const MAX_CHAIN = 20;

/** A lookup of a style and all it is based on, nearest first; without an id the default paragraph style. */
export function parseStyles(root: XmlElement | null): Styles {
  const elements = new Map(
    childrenNamed(root, 'style').map((style) => [style.attributes.styleId ?? '', style]),
  );
  const defaultId = childrenNamed(root, 'style').find(
    ({ attributes }) =>
      attributes.type === 'paragraph' && ['1', 'true'].includes(attributes.default ?? ''),
  )?.attributes.styleId;
  const chainOf = (styleId: string | undefined): readonly string[] => {
    const chain: string[] = [];
    for (let id = styleId; id !== undefined && chain.length < MAX_CHAIN; ) {
      if (!elements.has(id) || chain.includes(id)) break;
      chain.push(id);
      id = settingOf(elements.get(id), 'basedOn');
    }
    return chain;
  };
  return (styleId) => {
    const chain = chainOf(styleId ?? defaultId);
    return chain.map((id, index) => ({
      name: (settingOf(elements.get(id), 'name') ?? '').toLowerCase(),
      properties: child(elements.get(id), 'pPr'),
      runProperties: child(elements.get(id), 'rPr'),
      chain: chain.slice(index),
    }));
  };
}

export function numberingRequest(properties: XmlElement | undefined): NumberingRequest {
  return {
    numId: settingOf(properties, 'numPr', 'numId'),
    ilvl: numberOf(properties, 'numPr', 'ilvl'),
  };
}

/** Outline level from 1; null for body text. What stands at the paragraph goes before its style. */
export function outlineLevel(
  properties: XmlElement | undefined,
  styles: readonly Style[],
): number | null {
  for (const level of [
    numberOf(properties, 'outlineLvl'),
    ...styles.map((style) => numberOf(style.properties, 'outlineLvl') ?? levelInName(style.name)),
  ]) {
    if (level !== undefined) return level >= 0 && level < 9 ? level + 1 : null;
  }
  return null;
}

/** Some programs write heading styles without an outline level. */
function levelInName(name: string): number | undefined {
  const digit = /^(?:heading|标题)\s*([1-9])$/u.exec(name)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}

/** Whether text of these run properties, or of the styles behind them, is not shown. */
export function isHidden(run: XmlElement | undefined, styles: readonly Style[]): boolean {
  if (child(run, 'vanish') !== undefined) return isOn(run, 'vanish');
  return styles.some(({ runProperties }) => isOn(runProperties, 'vanish'));
}

/** A line of a table of contents: it repeats headings. */
export function isContentsLine(styles: readonly Style[]): boolean {
  return styles.some(({ name }) => /^(?:toc\b|目录)/u.test(name));
}
