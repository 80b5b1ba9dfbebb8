import type { ClaimFigure, Fact } from './claim-figure.ts';
import { ExplainedProperty } from './explained-property.tsx';
import { MarkLink } from './mark-link.tsx';

/** A value this long is words, not a figure. */
const MAX_FIGURE_CHARS = 9;

export const FactValue = ({ fact: { value, unit } }: { readonly fact: Fact }) => (
  <>
    {value}
    {unit !== null && <span class="unit">{unit}</span>}
  </>
);

interface FigureHeroProps {
  readonly answerId: string;
  readonly figure: ClaimFigure;
  /** Of the document, or what the document is called. */
  readonly place: string;
}

/** One figure, large, with all that must be said beside it once. */
export function FigureHero({ answerId, figure, place }: FigureHeroProps) {
  const { row, n, wanted, beside, rest } = figure;
  const isLong = wanted.value.length > MAX_FIGURE_CHARS;
  const unit =
    wanted.unit === null && row.unit !== null && row.unit !== '%' ? `（${row.unit}）` : '';
  return (
    <div class="answer-text figure-answer">
      <p class="figure-about">
        {place} · {row.name}
        {unit} · {wanted.label}
      </p>
      <p class={isLong ? 'hero long' : 'hero'}>
        <strong>
          <FactValue fact={wanted} />
        </strong>
        <MarkLink answerId={answerId} n={n} />
      </p>
      <div class="figure-beside">
        {beside.map((fact) => (
          <span key={fact.label}>
            {fact.label} <FactValue fact={fact} />
          </span>
        ))}
        {row.property !== null && <ExplainedProperty property={row.property.trim()} />}
      </div>
      {rest !== '' && <p class="figure-rest">{rest}</p>}
    </div>
  );
}
