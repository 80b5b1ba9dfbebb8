import { lateShare } from '../../../retrieve/late/late-share.ts';
import { clausesOf } from '../../../retrieve/sentences.ts';
import { type Meaning, meaningOf, type Unasked } from '../../meaning.ts';
import type { Considered, JudgeFeature } from '../considered.ts';

/** A figure is of what is said before it. */
const FIGURE = /[\d.,]+/u;

const memo = new WeakMap<Considered, Unasked>();

/** What the clause that fits best says beside what is asked: 高技术制造业 where 工业 is asked. */
function unaskedBy(considered: Considered): Unasked {
  const known = memo.get(considered) ?? readClauses(considered);
  memo.set(considered, known);
  return known;
}

function readClauses({ query, evidence, quoted }: Considered): Unasked {
  const meaning = meaningOf(query, evidence.index);
  const { unit } = query;
  const clauses = clausesOf(quoted).map(([start, end]) => quoted.slice(start, end));
  const meant = clauses.filter((clause) => unit === undefined || unit.figure.test(clause));
  const best = bestOf(meant.length > 0 ? meant : clauses, meaning);
  const told = unit === undefined ? best : (best.split(FIGURE)[0] ?? '');
  return meaning.unasked(told === '' ? best : told);
}

function bestOf(clauses: readonly string[], { asked, found }: Meaning): string {
  let best = { clause: '', share: -1 };
  for (const clause of clauses) {
    const share = lateShare(asked, found(clause));
    if (share > best.share) best = { clause, share };
  }
  return best.clause;
}

export const unaskedShare: JudgeFeature = {
  name: 'unaskedShare',
  says: 'weighed share of the words of its best clause, up to the figure where one is asked, that the question does not mean; 0–1',
  value: (considered) => unaskedBy(considered).share,
};

export const unaskedMost: JudgeFeature = {
  name: 'unaskedMost',
  says: 'the largest weight, by how far the question is from meaning it, of one of those words; 0–6',
  value: (considered) => unaskedBy(considered).most,
};
