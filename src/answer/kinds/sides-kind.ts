import type { Candidate, DraftClaim, Evidence } from '../draft.ts';
import { leftOut, nearestOf } from '../draft.ts';
import { agrees } from './agreement.ts';
import { alignments, areOfSameThing, likenessOf, type Option } from './alignment.ts';
import { figureOptions } from './figure-options.ts';
import { laidOut } from './lay-out.ts';
import { within as nodesWithin, treeOf } from './nodes.ts';
import { orderClaim, type Placed } from './order-claim.ts';
import { bestRow, rowClaims } from './row-kind.ts';
import { tellingSentences } from './sentence-kind.ts';
import { distinct, figuresAlike, MOST_ALIKE, named, optionsFrom } from './side-options.ts';
import { type Side, sidesOf, timeFor } from './sides.ts';
import { nodesOnTheme } from './theme.ts';

interface ReadSide extends Side {
  readonly evidence: Evidence;
  /** What may be said of it, the likeliest first. */
  readonly options: readonly Option[];
  /** The same of what gives a figure, clause by clause. */
  readonly figured: readonly Option[];
}

/** The same thing side by side: a line a document, with the order and the difference where figures tell it. */
export async function sidesKind(evidence: Evidence): Promise<readonly Candidate[]> {
  const asked = sidesOf(evidence);
  if (asked.length < 2) return [];
  const sides = nearestOf(asked, ({ document }) => document.id, evidence);
  const read = await Promise.all(sides.map((side) => readSide(side, sides, evidence)));
  const silent = read.filter(({ options }) => options.length === 0).map(({ label }) => label);
  const notes = [
    ...(silent.length > 0 ? [`${silent.join('、')}：文件中没有给出。`] : []),
    ...leftOut(asked.length, sides.length),
  ];
  const said = read.filter(({ options }) => options.length > 0);
  const ways: readonly Way[] = [
    ...figuresAlike(said.map(({ figured }) => figured)),
    ...alignments(said.map(({ options }) => options)).slice(0, MOST_ALIKE),
  ]
    .map((chosen): Way => ({ chosen, more: 0 }))
    .concat([
      { chosen: said.map(({ options: [first] }) => (first ? [first] : [])), more: 0 },
      { chosen: said.map(({ options }) => options.slice(0, 2)), more: 1 },
      { chosen: said.map((side) => onTheme(side, said.length)), more: 1 },
    ]);
  return distinct(
    ways.map(({ chosen, more }) => {
      const filled = said.map((side, at) => ({ ...side, options: chosen[at] ?? [] }));
      const firsts = chosen.flatMap(([first]) => first ?? []);
      const order = areOfSameThing(firsts) ? orderClaim(filled.flatMap(placedOf)) : undefined;
      return {
        kind: 'comparison',
        way: 'sides',
        claims: [...(order ? [order] : []), ...filled.flatMap(claimsOf)],
        notes,
        signs: {
          sidesSaid: said.length / read.length,
          sidesWorst: Math.min(...filled.map(({ options: [best] }) => best?.score ?? 0)),
          sidesAlike: likenessOf(firsts),
          ordered: order ? 1 : 0,
          more,
        },
      };
    }),
  );
}

interface Way {
  /** Of each side what is read out. */
  readonly chosen: readonly (readonly Option[])[];
  readonly more: number;
}

const claimsOf = ({ options }: ReadSide): DraftClaim[] => options.flatMap(({ claims }) => claims);

/** What of a side can be set in order: its label and the claim its figure stands in. */
const placedOf = ({ label, options: [first], evidence }: ReadSide): Placed[] =>
  (first?.claims ?? []).slice(0, 1).map((claim) => ({ label, claim, asking: evidence }));

/** How far behind the best a sentence may lie that agrees with time and figure where the best does not. */
const MOST_BEHIND = 2.5;

async function readSide(side: Side, sides: readonly Side[], evidence: Evidence): Promise<ReadSide> {
  const within = await evidence.retrieveWithin([side.document.id], { time: timeFor(side, sides) });
  const row = bestRow(within);
  const telling = tellingSentences(within);
  const agreeing = telling.find(agrees);
  const isNear = agreeing && agreeing.score >= (telling[0]?.score ?? 0) - MOST_BEHIND;
  const best = isNear ? [agreeing, ...telling.filter((one) => one !== agreeing)] : telling;
  const sentences = optionsFrom(best, within, side.label);
  const ofRow = row
    ? [{ claims: rowClaims(row, within), clause: row.name, score: sentences[0]?.score ?? 0 }]
    : [];
  return {
    ...side,
    evidence: within,
    options: [...ofRow, ...sentences],
    figured: [...ofRow, ...figureOptions(best, within, side.label)],
  };
}

/** All sides together. */
const MAX_THEME_CHARS = 640;

/** The stretch of a side's document that is about the theme, as far as it fits beside the others. */
function onTheme({ document, evidence, label }: ReadSide, sides: number): Option[] {
  const [best] = nodesOnTheme(nodesWithin(treeOf(evidence.index, document.id)), evidence);
  const [first, ...others] = best ? laidOut(best.node, evidence, MAX_THEME_CHARS / sides) : [];
  if (!best || !first) return [];
  return [{ claims: [named(label, first), ...others], clause: first.text, score: best.score }];
}
