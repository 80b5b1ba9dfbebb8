import type { App } from '../../../app.ts';

const MOST = 3;
/** Makes Youju say how to ask, with questions that these documents answer. */
const HOW = '帮助';

const known = new WeakMap<
  App,
  { readonly generation: string; examples: Promise<readonly string[]> }
>();

/** Questions that the documents of today answer; looked for once for each index. Never rejects. */
export function liveExamples(app: App): Promise<readonly string[]> {
  const generation = app.generation();
  const kept = known.get(app);
  if (kept?.generation === generation) return kept.examples;
  const examples = app.ask(HOW).then(
    ({ suggestions = [] }) => suggestions.slice(0, MOST),
    () => [],
  );
  known.set(app, { generation, examples });
  return examples;
}
