/**
 * Words rarer than this are left out of jieba's dictionary, save names of places (ns) and bodies (nt): two
 * thirds of it are personal names and sayings that plans do not use, and each start would spend a second
 * on them.
 */
const MIN_FREQUENCY = 10;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const ZERO = 0x30;
const [N, S, T] = [0x6e, 0x73, 0x74];

/**
 * The part of jieba's dictionary (`word frequency tag` a line) that is worth loading. Works on bytes:
 * turning five megabytes into strings takes longer than loading what is kept.
 */
export function coreDictionary(dictionary: Uint8Array): Uint8Array {
  const kept = new Uint8Array(dictionary.length);
  let length = 0;
  for (let start = 0; start < dictionary.length; ) {
    let at = start;
    while (at < dictionary.length && dictionary[at] !== SPACE) at += 1;
    let frequency = 0;
    for (at += 1; at < dictionary.length && dictionary[at] !== SPACE; at += 1) {
      frequency = frequency * 10 + (dictionary[at] ?? ZERO) - ZERO;
    }
    const tag = at + 1;
    while (at < dictionary.length && dictionary[at] !== NEWLINE) at += 1;
    const last = dictionary[tag + 1];
    const isName = at === tag + 2 && dictionary[tag] === N && (last === S || last === T);
    if (frequency >= MIN_FREQUENCY || isName) {
      for (let from = start; from <= at; from += 1) kept[length++] = dictionary[from] ?? NEWLINE;
    }
    start = at + 1;
  }
  return kept.subarray(0, length);
}
