import type { App } from '../../../app.ts';
import type { Answer, Claim, Indicator } from '../../../model.ts';
import { numberOf, readPrinted } from '../comparing/printed-value.ts';

/** One value of a row, and what it is the value of. */
export interface Fact {
  /** 2025年目标, 2020年, 年均增速/[累计]栏. */
  readonly label: string;
  /** As printed. */
  readonly value: string;
  /** Of a bare number; null where the value says all. */
  readonly unit: string | null;
}

/** What a claim tells of a row of an indicator table: nothing that the claim itself does not say. */
export interface ClaimFigure {
  readonly row: Indicator;
  /** The citation that is the row. */
  readonly n: number;
  readonly wanted: Fact;
  /** The others that stand in the claim. */
  readonly beside: readonly Fact[];
  /** What the claim says after the row: a note, a difference worked out. */
  readonly rest: string;
}

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const withoutBrackets = (text: string): string => text.replace(/^[[〔［]\s*|\s*[\]〕］]$/gu, '');
const NO_VALUE = /^[—–-]*$/u;

/** Where a claim says a value of a year, and as what. */
function factOf(
  label: string,
  cell: string | null,
  unit: string | null,
  before: string,
  said: string,
): { readonly fact: Fact; readonly at: number } | undefined {
  if (cell === null || NO_VALUE.test(cell.trim())) return undefined;
  const value = withoutBrackets(cell.trim());
  const at = said.indexOf(before + flat(value));
  if (at === -1) return undefined;
  const isBare = readPrinted(value).kind === 'number' && !/[%‰]$/u.test(value);
  return { fact: { label, value, unit: isBare ? unit : null }, at };
}

/** Undefined where the claim is not just what a row says. */
function figureOf(claim: Claim, row: Indicator, n: number): ClaimFigure | undefined {
  const said = flat(claim.text);
  const { baseYear, targetYear, unit, change } = row;
  const name = flat(row.name);
  if (![`${name}:`, `${name}(${flat(unit ?? '')}):`].some((named) => said.includes(named)))
    return undefined;
  const isTotal = change !== null && /^[[〔［]/u.test(change.trim());
  const changeLabel = isTotal ? '累计' : '年均增速/[累计]栏';
  const changeBefore = isTotal ? '累计' : '年均增速/[累计]栏为';
  const facts = [
    factOf(`${targetYear}年目标`, row.target, unit, `${targetYear}年目标`, said),
    factOf(`${baseYear}年`, row.base, unit, `${baseYear}年为`, said),
    // A total of a share is counted in points, an average in per cent: print says neither.
    factOf(changeLabel, change, null, changeBefore, said),
  ].filter((each) => each !== undefined);
  const isTargetUnset = said.includes(`${targetYear}年一栏为`);
  const [first, ...others] = facts.toSorted(
    (a, b) => rankOf(a.fact, isTargetUnset) - rankOf(b.fact, isTargetUnset) || a.at - b.at,
  );
  if (first === undefined) return undefined;
  return {
    row,
    n,
    wanted: first.fact,
    beside: others.map(({ fact }) => fact),
    rest: restOf(claim),
  };
}

/** Where no target is set the rate of growth is what is planned; what was is not. */
const rankOf = ({ label }: Fact, isTargetUnset: boolean): number =>
  isTargetUnset && label.startsWith('年均') ? 0 : 1;

const restOf = ({ text }: Claim): string => /）。(?<rest>.+)$/su.exec(text)?.groups?.rest ?? '';

/** The rows that an answer's claims are about, in their order; empty where any claim is about something else. */
export function claimFigures(
  { claims, citations }: Pick<Answer, 'claims' | 'citations'>,
  app: Pick<App, 'indicators'>,
): readonly ClaimFigure[] {
  if (claims.length === 0) return [];
  const wanted = new Map(citations.map(({ passageId, n }) => [n, passageId]));
  const rows = new Map(
    app
      .indicators()
      .flatMap(({ rows, near }) => [...rows, ...near].map((row) => [row.passageId, row])),
  );
  const figures = claims.flatMap((claim) => {
    const cited = claim.citations.flatMap((n) => {
      const row = rows.get(wanted.get(n) ?? '');
      return row ? [{ row, n }] : [];
    });
    const [one, ...more] = cited;
    const figure = one && more.length === 0 ? figureOf(claim, one.row, one.n) : undefined;
    return figure ? [figure] : [];
  });
  return figures.length === claims.length ? figures : [];
}

/** By which a column of values is sorted; undefined where a value is no number. */
export const sortingNumber = ({ value }: Fact): number | undefined => numberOf(readPrinted(value));
