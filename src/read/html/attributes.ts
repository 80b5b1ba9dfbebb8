/** Of an element, by name in small letters. */
export type Attributes = Readonly<Record<string, string | undefined>>;
