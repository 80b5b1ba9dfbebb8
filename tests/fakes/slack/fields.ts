/** Reading of JSON whose shape nobody has checked yet. */

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one. */
export const fieldsIn = (value: unknown): Fields => (isFields(value) ? value : {});

/** The list, or an empty one. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The objects of a list. */
export const objectsIn = (value: unknown): Fields[] => listIn(value).filter(isFields);

/** The text, or nothing when there is none or it is no text. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Without the keys whose value is undefined. */
export const present = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
