import type { Dropped } from '../dropped.ts';
import { OPERATION, type Properties, type PropertyRun } from './properties.ts';

/** Signs that stand for something else than themselves. */
const FIELD_START = '\u0013';
const FIELD_RESULT = '\u0014';
const FIELD_END = '\u0015';
const PICTURE = '\u0001';
const REPLACED: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
  '\u00a0': ' ',
};
/** Marks of notes, comments, drawings and soft hyphens, and what a torn file leaves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NO_TEXT = /[\u0000-\u0008\u001f\u00ad]/u;

/** Takes what a reader sees out of a document's characters, one by one; fields may reach over paragraphs. */
export class ShownText {
  readonly #runAt: (character: number) => PropertyRun | undefined;
  readonly #dropped: Dropped;
  /** Of each open field whether its result has begun. */
  readonly #fields: boolean[] = [];

  constructor(runAt: (character: number) => PropertyRun | undefined, dropped: Dropped) {
    this.#runAt = runAt;
    this.#dropped = dropped;
  }

  /** The text that `characters` shows, the first of which is number `start` of the document. */
  of(characters: string, start: number): string {
    let shown = '';
    for (let index = 0; index < characters.length; index++) {
      shown += this.#take(characters.charAt(index), this.#runAt(start + index));
    }
    return shown;
  }

  #take(sign: string, run: PropertyRun | undefined): string {
    if (sign === FIELD_START) this.#fields.push(false);
    else if (sign === FIELD_END) this.#fields.pop();
    else if (sign === FIELD_RESULT) this.#fields[this.#fields.length - 1] = true;
    else if (sign === PICTURE) this.#dropped.add('picture');
    else if (this.#fields.every((isResult) => isResult) && !NO_TEXT.test(sign)) {
      if (isOn(run?.properties, OPERATION.isDeleted)) this.#dropped.add('revision');
      else if (isOn(run?.properties, OPERATION.isHidden)) this.#dropped.add('hidden');
      else return REPLACED[sign] ?? sign;
    }
    return '';
  }
}

/** 0x80 and 0x81 ask for the style's own, which is seldom hidden, and its opposite. */
export function isOn(properties: Properties | undefined, operation: number): boolean {
  const value = properties?.get(operation)?.[0] ?? 0;
  return value === 1 || value === 0x81;
}
