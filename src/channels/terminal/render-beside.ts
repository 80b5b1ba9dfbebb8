import type { Config } from '../../config.ts';
import type { Answer, Wording } from '../../model.ts';
import type { Core } from './terminal.ts';

type Evaluation = Awaited<ReturnType<Core['evaluate']>>;
type Figure = Evaluation['figures'] extends ReadonlyMap<string, infer Value> ? Value : never;

const NAME_WIDTH = 52;
const VALUE_WIDTH = 10;

const shownValue = (figure: Figure | undefined): string => {
  if (figure === undefined) return '——';
  return 'share' in figure ? figure.share.toFixed(3) : `${figure.p50}/${figure.p95}`;
};

const row = (name: string, ...values: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...values.map((value) => value.padStart(VALUE_WIDTH))].join(' ');

/** Each figure without the model and with it; of a spread its p50/p95. */
export function renderBeside(offline: Evaluation, model: Evaluation): string {
  const names = [...new Set([...offline.figures.keys(), ...model.figures.keys()])];
  return [
    row('', 'offline', 'model'),
    ...names.map((name) =>
      row(name, shownValue(offline.figures.get(name)), shownValue(model.figures.get(name))),
    ),
  ].join('\n');
}

/** What the model proposed, what became of it, and what it cost. */
export function renderWording(
  answers: readonly Answer[],
  price: Config['openai']['chatPrice'],
): string {
  const wordings = answers.flatMap(({ wording }) => (wording ? [wording] : []));
  const sum = (count: (wording: Wording) => number): number =>
    wordings.reduce((total, wording) => total + count(wording), 0);
  const prompt = sum(({ promptTokens }) => promptTokens);
  const completion = sum(({ completionTokens }) => completionTokens);
  const cost =
    price === null
      ? 'unknown (set YOUJU_CHAT_PRICE)'
      : ((prompt * price.prompt + completion * price.completion) / 1e6).toFixed(4);
  const figures: readonly (readonly [string, string])[] = [
    ['questions asked of the model', String(wordings.length)],
    ['answers in its words', String(answers.filter(({ model }) => model !== undefined).length)],
    ['claims proposed', String(sum(({ proposed }) => proposed))],
    ['claims proven', String(sum(({ proven }) => proven))],
    ['claims proven at the second try', String(sum(({ repaired }) => repaired))],
    ...droppedIn(wordings),
    ['prompt tokens', String(prompt)],
    ['completion tokens', String(completion)],
    ['cost', cost],
    ['first claim proven, ms', spread(wordings.flatMap(({ firstClaimMs }) => firstClaimMs ?? []))],
    ['whole answer, ms', spread(wordings.map(({ totalMs }) => totalMs))],
  ];
  return figures.map(([name, value]) => `${name.padEnd(NAME_WIDTH)} ${value}`).join('\n');
}

function droppedIn(wordings: readonly Wording[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const { dropped } of wordings)
    for (const [reason, count] of Object.entries(dropped))
      counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => [`claims dropped: ${reason}`, String(count)]);
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toString();
  return sorted.length === 0 ? '——' : `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`;
}
