import type { App } from '../../app.ts';

/** Work whose result holds as long as the index does: done when first asked for, and again after a failure. */
export function oncePerGeneration<Result>(
  app: Pick<App, 'generation'>,
  work: () => Promise<Result>,
): () => Promise<Result> {
  let known: { readonly generation: string; readonly result: Promise<Result> } | undefined;
  return async () => {
    const generation = app.generation();
    if (known?.generation !== generation) known = { generation, result: work() };
    const current = known;
    try {
      return await current.result;
    } catch (error) {
      if (known === current) known = undefined;
      throw error;
    }
  };
}
