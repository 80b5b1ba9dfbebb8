import { createColors } from 'picocolors';
import { toPlainLine } from '../plain-text.ts';
import type { Core } from './terminal.ts';

type Changes = Awaited<ReturnType<Core['changesBetween']>>;
type Change = Changes[number];
type Colours = ReturnType<typeof createColors>;

/** Each change with its place, what is gone in [-…-] and what came in {+…+}. */
export function renderChanges(changes: Changes, colour: boolean): string {
  const colours = createColors(colour);
  if (changes.length === 0) return '两版内容相同。';
  const figures = changes.filter(({ isFigure }) => isFigure);
  const others = changes.filter(({ isFigure }) => !isFigure);
  return [
    ...renderPart(`数字有改动：${figures.length} 处`, figures, colours),
    ...renderPart(`其他改动：${others.length} 处`, others, colours),
  ].join('\n');
}

function renderPart(title: string, changes: Changes, colours: Colours): readonly string[] {
  if (changes.length === 0) return [];
  return [colours.bold(title), ...changes.flatMap((change) => renderChange(change, colours)), ''];
}

function renderChange(change: Change, colours: Colours): readonly string[] {
  const { headingPath, name } = change;
  const place = [...headingPath, ...(name === null ? [] : [name])].join(' › ');
  return [colours.dim(`  ${toPlainLine(place)}`), `    ${wordsOf(change, colours)}`];
}

const wordsOf = ({ pieces }: Change, colours: Colours): string =>
  pieces
    .map((piece) => {
      const text = toPlainLine(piece.text);
      if (piece.in === 'both') return text;
      return piece.in === 'before' ? colours.red(`[-${text}-]`) : colours.green(`{+${text}+}`);
    })
    .join('');
