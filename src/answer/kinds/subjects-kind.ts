import type { Candidate, Evidence } from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import { partClaim } from './claims.ts';
import { tellingSentences } from './sentence-kind.ts';
import { isComparing } from './sides.ts';

const JOINS = /[和与及跟、\s]|以及|还有/u;
const SUBJECT_SHARE = 3;
const MIN_SUBJECT_CHARS = 2;
const MOST_SUBJECTS = 4;

/** Several things that one question asks about: the best sentence for each. */
export function subjectsKind(evidence: Evidence): readonly Candidate[] {
  const { query, index } = evidence;
  const subjects = query.content
    .split(JOINS)
    .filter((part) => part.length >= MIN_SUBJECT_CHARS)
    .slice(0, MOST_SUBJECTS);
  if (subjects.length < 2 || !(query.asksMany || isComparing(query))) return [];
  const chosen = subjects.flatMap((content) => {
    const { share } = meaningOf({ ...query, content }, index);
    const [best] = tellingSentences(evidence)
      .slice(0, READ_FOR_SUBJECTS)
      .map((sentence) => ({
        sentence,
        score: sentence.score + SUBJECT_SHARE * share(sentence.text),
        content,
      }))
      .sort((a, b) => b.score - a.score);
    return best ? [best] : [];
  });
  const sentences = new Set(chosen.map(({ sentence }) => sentence));
  if (sentences.size < 2) return [];
  return [
    {
      kind: 'comparison',
      way: 'sides',
      claims: chosen.map(({ sentence, content }) =>
        partClaim({ index, query: { ...query, content } }, sentence),
      ),
      signs: {
        subjects: 1,
        sidesSaid: sentences.size / subjects.length,
        sidesWorst: Math.min(...chosen.map(({ sentence }) => sentence.score)),
      },
    },
  ];
}

const READ_FOR_SUBJECTS = 30;
