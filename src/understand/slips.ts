/** A name written with a slip, and the name that was meant. */
export interface Slip {
  readonly said: string;
  readonly meant: string;
}

/** Names a question may have misspelt. */
export interface KnownNames {
  /** Places and departments: short, so only another character of the same sound is a slip. */
  readonly short: readonly string[];
  /** Indicators: long, so any one character may be wrong. */
  readonly long: readonly string[];
}

const MIN_LONG_CHARS = 5;

/**
 * Finds names written with one wrong character. A stretch that is a word of the documents is no slip.
 * @param soundsOf how each character of a text sounds
 */
export function slipsIn(
  flat: string,
  { short, long }: KnownNames,
  isKnown: (text: string) => boolean,
  soundsOf: (text: string) => readonly string[],
): Slip[] {
  const byCharacter = long
    .filter((name) => name.length >= MIN_LONG_CHARS && !flat.includes(name))
    .flatMap((name) =>
      firstSlip(
        flat,
        name,
        (said) => differences(said, name) === 1 && !isKnown(said) && !long.includes(said),
      ),
    );
  if (short.some((name) => flat.includes(name))) return byCharacter;
  const sounds = soundsOf(flat);
  const bySound = short.flatMap((name) => {
    const wanted = soundsOf(name).join(' ');
    return firstSlip(
      flat,
      name,
      (said, at) => sounds.slice(at, at + said.length).join(' ') === wanted && !isKnown(said),
    );
  });
  return [...byCharacter, ...bySound];
}

function firstSlip(
  flat: string,
  name: string,
  isSlip: (said: string, at: number) => boolean,
): Slip[] {
  for (let at = 0; at + name.length <= flat.length; at += 1) {
    const said = flat.slice(at, at + name.length);
    if (isSlip(said, at)) return [{ said, meant: name }];
  }
  return [];
}

const differences = (a: string, b: string): number =>
  Array.from(a).filter((character, at) => character !== b.charAt(at)).length;
