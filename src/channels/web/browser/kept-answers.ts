/** A question of this device with its answer. */
export interface KeptAnswer {
  readonly link: string;
  readonly question: string;
  /** Without markup, as one pastes it. */
  readonly text: string;
  /** As it stood on the page. */
  readonly html: string;
  readonly outcome: string;
  readonly atMs: number;
}

const PLACE = 'youju.answers';
const MOST = 100;
/** Browsers keep some five million characters. */
const MAX_CHARS = 2_000_000;

/** Newest first. Empty where nothing may be kept, or what is there is not ours. */
export function keptAnswers(): readonly KeptAnswer[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    // Storage is blocked, or somebody else wrote there.
    return [];
  }
}

function isKept(each: unknown): each is KeptAnswer {
  if (typeof each !== 'object' || each === null) return false;
  const names = ['link', 'question', 'text', 'html', 'outcome'];
  return names.every((name) => typeof Reflect.get(each, name) === 'string');
}

/** Keeps an answer on this device only; as many as there is room for. */
export function keepAnswer(answer: KeptAnswer): void {
  let answers = [answer, ...keptAnswers().filter(({ link }) => link !== answer.link)].slice(
    0,
    MOST,
  );
  while (answers.length > 0) {
    const text = JSON.stringify(answers);
    if (text.length <= MAX_CHARS && isWritten(text)) return;
    answers = answers.slice(0, Math.floor(answers.length / 2));
  }
}

function isWritten(text: string): boolean {
  try {
    localStorage.setItem(PLACE, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything can be kept here: storage may be blocked, or full. */
export function canKeep(): boolean {
  const place = `${PLACE}.trial`;
  try {
    localStorage.setItem(place, PLACE);
    localStorage.removeItem(place);
    return true;
  } catch {
    return false;
  }
}

export const keptAnswer = (link: string): KeptAnswer | undefined =>
  keptAnswers().find((answer) => answer.link === link);

export function forgetAnswers(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept either.
  }
}
