import { coverageOf } from '../../retrieve/matching.ts';
import type { Query } from '../../understand/query.ts';
import { escapeForPattern, flatten } from '../../understand/question-text.ts';
import { type Candidate, type DraftClaim, type Evidence, likelyDocuments } from '../draft.ts';
import { asSentence, openingOf, readable } from '../windows.ts';
import { quoteClaim } from './claims.ts';
import { tellingSentences } from './sentence-kind.ts';
import { sloganClaims } from './slogan-groups.ts';
import { slogansIn } from './slogans.ts';

const MAX_CHARS = 300;
const MIN_TERM_CHARS = 2;
const MAX_TERMS = 4;
/** Looking for every way to explain a term takes long: not where nothing speaks for it. */
const MAY_DEFINE = 0.02;

/** What a term means: where the text says so itself (是指, a glossary, a slogan that it spells out). A mention is none. */
export function definitionKind(evidence: Evidence): readonly Candidate[] {
  if (!mayDefine(evidence.query)) return [];
  return termsAsked(evidence).flatMap((term) =>
    likelyDocuments(evidence).flatMap((id) => [
      ...inGlossary(term, id, evidence),
      ...slogan(term, id, evidence),
      ...saidToMean(term, id, evidence),
    ]),
  );
}

const mayDefine = ({ kinds, wants, quoted, text }: Query): boolean =>
  kinds.definition > MAY_DEFINE ||
  wants.has('define') ||
  quoted.length > 0 ||
  flatten(text).search(COUNTED_TERM) >= 0;

/** Names in quotation marks, else the runs of words the question is about. */
function termsAsked({ query }: Evidence): string[] {
  const runs = query.content.split(/\s+/u).map(flatten);
  const counted = flatten(query.text).match(COUNTED_TERM) ?? [];
  return [...new Set([...query.quoted, ...runs, ...counted])]
    .filter((term) => term.length >= MIN_TERM_CHARS)
    .slice(0, MAX_TERMS);
}

const COUNTED_TERM = /(?:[一二两三四五六七八九十](?!是)[\p{Script=Han}]{1,2}){2,4}/gu;

const definition = (claims: readonly DraftClaim[], signs: Candidate['signs']): Candidate => ({
  kind: 'passage',
  way: 'definition',
  claims,
  signs,
});

const letters = (text: string): string => flatten(text).replace(/[^\p{L}\p{N}+]/gu, '');
/** How much of an explained term the asked one must be, or the other way round. */
const MIN_TERM_SHARE = 0.6;

/** Terms of a glossary by their own words, or by a name that holds them. */
function inGlossary(term: string, documentId: string, { index }: Evidence): Candidate[] {
  const wanted = letters(term);
  const entries = index.glossary.filter((entry) => entry.documentId === documentId);
  return entries.flatMap((entry) => {
    const said = letters(entry.term);
    const [short = '', long = ''] = [said, wanted].toSorted((a, b) => a.length - b.length);
    const passage = index.passage(entry.passageId);
    const isMeant =
      short !== '' && long.includes(short) && short.length >= MIN_TERM_SHARE * long.length;
    if (!isMeant || !passage) return [];
    const quote = openingOf(entry.definition, MAX_CHARS);
    const claim = {
      text: `${readable(entry.term)}：${asSentence(quote)}`,
      proofs: [{ passage, quote }],
    };
    return [definition([claim], { glossed: short.length / long.length })];
  });
}

/** “X”是指…, X即…, …简称X; and of what is counted (“三个…”) the words that spell it out. */
function saidToMean(term: string, documentId: string, evidence: Evidence): Candidate[] {
  const name = `[“"]?${[...term].map(escapeForPattern).join('[“”\\s]*')}[”"]?`;
  const says = new RegExp(
    `${name}(?:，|的)?(?:主要)?(?:是指|指的是|就是指|系指|即指|是一种|是一项|，即|即[:：]|——)|(?:以下|统称为?|简称)[:：]?${name}`,
    'iu',
  );
  return tellingSentences(evidence)
    .filter(({ passage, text }) => passage.documentId === documentId && says.test(text))
    .slice(0, 2)
    .map(({ passage, text }) =>
      definition([quoteClaim(passage, openingOf(text, MAX_CHARS))], { saysMeaning: 1 }),
    );
}

/** A group of headings with just the slogan's parts, or the sentence that names as many things as it counts. */
function slogan(term: string, documentId: string, evidence: Evidence): Candidate[] {
  const { index, query } = evidence;
  const grouped = sloganClaims(term, index.passagesOf(documentId));
  const explained = slogansIn(index).filter(
    (one) => one.documentId === documentId && flatten(one.name) === term,
  );
  return [
    ...(grouped ? [definition(grouped, { slogan: 1 })] : []),
    ...explained.map(({ proofs }) =>
      definition(
        proofs.map((proof) => ({ text: asSentence(readable(proof.quote)), proofs: [proof] })),
        {
          slogan: 1,
          sloganCover: coverageOf(query, flatten(proofs.map(({ quote }) => quote).join())).share,
        },
      ),
    ),
  ];
}
