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
  const fact = printedFact(label, cell, unit);
  const at = fact ? said.indexOf(before + flat(fact.value)) : -1;
  return fact && at !== -1 ? { fact, at } : undefined;
}

/** Undefined where nothing is printed. */
function printedFact(label: string, cell: string | null, unit: string | null): Fact | undefined {
  if (cell === null || NO_VALUE.test(cell.trim())) return undefined;
  const value = withoutBrackets(cell.trim());
  const isBare = readPrinted(value).kind === 'number' && !/[%‰]$/u.test(value);
  return { label, value, unit: isBare ? unit : null };
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

/** What a row prints, said by nobody: of a model's answer, whose words are its own. */
function printedFigure(row: Indicator, n: number): ClaimFigure | undefined {
  const { baseYear, targetYear, base, target, unit } = row;
  const facts = [
    { label: `${targetYear}年目标`, cell: target },
    { label: `${baseYear}年`, cell: base },
  ].flatMap(({ label, cell }) => {
    const fact = printedFact(label, cell, unit);
    return fact ? [fact] : [];
  });
  const [wanted, ...beside] = facts;
  return wanted && { row, n, wanted, beside, rest: '' };
}

/** The rows that a model's answer sets side by side, as they are printed; empty where its words say no such thing. */
export function comparedFigures(
  { model, citations }: Pick<Answer, 'model' | 'citations'>,
  compared: readonly { readonly rows: readonly Indicator[] }[],
): readonly ClaimFigure[] {
  if (model === undefined) return [];
  const numbers = new Map(citations.map(({ passageId, n }) => [passageId, n]));
  return compared.flatMap(({ rows }) =>
    rows.flatMap((row) => printedFigure(row, numbers.get(row.passageId) ?? 0) ?? []),
  );
}

/** By which a column of values is sorted; undefined where a value is no number. */
export const sortingNumber = ({ value }: Fact): number | undefined => numberOf(readPrinted(value));
