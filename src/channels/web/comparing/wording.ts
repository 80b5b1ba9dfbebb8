const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Whether two texts are printed alike but for spaces and width. */
export const isPrintedAlike = (text: string, other: string): boolean =>
  withoutSpaces(text) === withoutSpaces(other);

export const withUnit = (name: string, unit: string | null): string =>
  unit === null ? name : `${name}（${unit}）`;
