import { shortPlace } from '../../language/places/short-name.ts';
import type { Passage } from '../../model.ts';
import { conceptIn } from '../../retrieve/matching.ts';
import { sentencesOf } from '../../retrieve/sentences.ts';
import type { Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Candidate, DraftClaim, Evidence, Proof } from '../draft.ts';
import { readable } from '../windows.ts';
import { type Node, titleOf, treeOf, within } from './nodes.ts';
import { linesOf } from './passage-lines.ts';
import { tellingSentences } from './sentence-kind.ts';
import { countSaid } from './structure.ts';

/** Sentences whose surroundings are looked through. */
const READ = 6;
/** Reading all that stands around takes long: not where nothing speaks for a list. */
const MAY_LIST = 0.1;
const FEWEST = 2;
const MOST = 24;
const BEST = 4;
const MAX_TITLE_CHARS = 40;
const MAX_LIST_CHARS = 640;

/** Things of one sort that a stretch tells of one after the other (智慧政务。… 智慧城市。…; 建设…枢纽。…), counted. */
export function alikeKind(evidence: Evidence): readonly Candidate[] {
  const { query } = evidence;
  const { list, overview } = query.kinds;
  if (Math.max(list, overview) < MAY_LIST && !query.wants.has('list')) return [];
  const wanted = countSaid(query.text);
  const sorts = sortsAsked(query);
  const rows = [
    ...stretchesAround(evidence).flatMap((node) => [
      node.children.flatMap(titleProof),
      node.passages.flatMap((passage) => openings(passage, evidence)),
    ]),
    ...outlinesFound(evidence).map(linesProof),
  ];
  const lists = rows.flatMap((row) => listsOf(row, sorts));
  const distinct = new Map(lists.map((list) => [list.map(({ quote }) => quote).join(), list]));
  const fits = (list: readonly Proof[]): number =>
    wanted === undefined ? 0 : list.length === wanted ? 1 : -1;
  return [...distinct.values()]
    .sort((a, b) => fits(b) - fits(a))
    .slice(0, BEST)
    .map((list, at) => ({
      kind: 'list',
      way: 'items',
      claims: [listClaim(list)],
      signs: { alike: 1, counted: fits(list), candidateRank: 1 / (1 + at) },
    }));
}

/** Whether an opening, flattened, names a thing of the sort. */
type Sort = (opening: string) => boolean;

/** What the question asks for several of, by the thing itself, by what such things end in, or respect by respect. */
function sortsAsked({ concepts, tail, scope }: Query): Sort[] {
  const known = concepts.filter(({ unknown }) => !unknown);
  const ending = tail?.slice(-ENDING) ?? '';
  const places = [...scope.absentRegions, ...scope.places].map(shortPlace);
  return [
    (opening) => ending.length === ENDING && opening.endsWith(ending),
    ...places.map(
      (place): Sort =>
        (opening) =>
          opening.includes(place),
    ),
    ...known.map(
      (concept): Sort =>
        (opening) =>
          conceptIn(concept, opening) >= 1,
    ),
    (opening) => opening.endsWith('方面'),
  ];
}

const ENDING = 2;

/** The stretches that the likeliest sentences stand in, and what is around those; the innermost first. */
function stretchesAround(evidence: Evidence): Node[] {
  const stretches = new Set<Node>();
  for (const { passage } of tellingSentences(evidence).slice(0, READ)) {
    const way = within(treeOf(evidence.index, passage.documentId)).filter(
      ({ passages, path }) =>
        path.length >= passage.headingPath.length - 1 && passages.includes(passage),
    );
    for (const node of way.toReversed()) stretches.add(node);
  }
  return [...stretches];
}

/** A title as the first words of its text have it, or the list of headings. */
function titleProof(node: Node): Proof[] {
  const title = readable(titleOf(node));
  const [first] = node.passages;
  const source = [node.outline, first].find((passage) => passage?.quotable.includes(title));
  return source && title.length <= MAX_TITLE_CHARS ? [{ passage: source, quote: title }] : [];
}

/** Lists of headings among what was found: some are all that their document says. */
const outlinesFound = ({ hits }: Evidence): Passage[] =>
  hits
    .slice(0, READ)
    .map(({ passage }) => passage)
    .filter(({ kind }) => kind === 'outline');

const linesProof = (passage: Passage): Proof[] =>
  linesOf(passage)
    .slice(1)
    .map((quote) => ({ passage, quote }));

/** The first clause of each sentence. */
const openings = (passage: Passage, { documents }: Evidence): Proof[] =>
  passage.kind === 'text'
    ? sentencesOf(passage, documents.get(passage.documentId)).flatMap(({ text }) => {
        const quote = /^[^，,。；;：:！？]+/u.exec(text.trim())?.[0] ?? '';
        return quote.length <= MAX_TITLE_CHARS ? [{ passage, quote }] : [];
      })
    : [];

/** Of what follows one another that which is of one sort; a list for each sort that makes one. */
const listsOf = (all: readonly Proof[], sorts: readonly Sort[]): Proof[][] =>
  sorts
    .map((isOf) => all.filter(({ quote }) => isOf(flatten(quote))))
    .filter(({ length }) => length >= FEWEST && length <= MOST && length < all.length);

function listClaim(list: readonly Proof[]): DraftClaim {
  let left = MAX_LIST_CHARS;
  const shown = list.filter(({ quote }) => {
    left -= quote.length;
    return left >= 0;
  });
  const value = String(list.length);
  return {
    text: `共${value}项：${shown.map(({ quote }) => readable(quote)).join('；')}。`,
    proofs: shown,
    computed: [{ value, how: 'count', from: [] }],
  };
}
