import type { Core } from './terminal.ts';

type Evaluation = Awaited<ReturnType<Core['evaluate']>>;
type MissCause = Evaluation['misses'][number]['cause'];

const NAME_WIDTH = 52;
const CAUSES: readonly MissCause[] = ['parse', 'retrieval', 'composition', 'refusal'];

/** The figures, one a line, by name. */
export function renderFigures({ figures }: Evaluation): string {
  return [...figures]
    .map(([name, figure]) => {
      const value =
        'share' in figure
          ? figure.share.toFixed(3)
          : `p50 ${figure.p50}  p95 ${figure.p95}  max ${figure.max}`;
      return `${name.padEnd(NAME_WIDTH)} ${value}  (n=${figure.n})`;
    })
    .join('\n');
}

/** The misses, grouped by cause, one a line. */
export function renderMisses({ misses }: Evaluation): string {
  return CAUSES.flatMap((cause) => {
    const group = misses.filter((miss) => miss.cause === cause);
    return group.length === 0
      ? []
      : [
          `# ${cause} (${group.length})`,
          ...group.map(({ id, what, detail }) => `- ${id} | ${what} | ${detail}`),
        ];
  }).join('\n');
}
