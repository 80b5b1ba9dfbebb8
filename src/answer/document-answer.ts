import type { DocumentInfo, Passage } from '../model.ts';
import { flatten } from '../retrieve/question-text.ts';
import type { Draft, DraftClaim, Evidence } from './draft.ts';
import { readable } from './windows.ts';

const FACTS =
  /文号|号\d|会议|通过|批准|审议|印发|成文|发布|年.{1,4}月.{1,4}日|〔\d{4}〕|规划期限|有效/u;

/** What a document is: number, date, issuer, who passed it; and which documents there are. */
export function documentAnswer(evidence: Evidence): Draft | undefined {
  const { query, index } = evidence;
  if (query.wants.has('documents')) return catalogueOf(evidence);
  if (!query.wants.has('metadata')) return undefined;
  const numbered = index.documents.filter(
    ({ documentNumber }) => documentNumber && flatten(query.text).includes(flatten(documentNumber)),
  );
  const named = index.documents.filter(({ id }) => query.scope.documentIds.includes(id));
  const preferred = named.filter(({ id }) => query.scope.preferredIds.includes(id));
  const meant = [numbered, preferred, named].find((documents) => documents.length > 0) ?? [];
  const dated = meant.filter(({ period }) =>
    query.time.years.some((year) => period?.[0] === year && period[1] === year),
  );
  const claims = (dated.length > 0 ? dated : meant).flatMap((document) =>
    factsOf(document, evidence),
  );
  return claims.length > 0 ? { kind: 'document', claims } : undefined;
}

const frontOf = (document: DocumentInfo, { index }: Evidence): Passage[] =>
  index.passagesOf(document.id).filter(({ kind }) => kind === 'front');

/** The lines of the head that say when, by whom and under which number. */
function factsOf(document: DocumentInfo, evidence: Evidence): DraftClaim[] {
  const lines = frontOf(document, evidence).flatMap((passage) =>
    passage.quotable
      .split('\n')
      .filter((line) => FACTS.test(line))
      .map((quote) => ({ passage, quote: quote.trim() })),
  );
  const unique = lines.filter(
    ({ quote }, at) => lines.findIndex((other) => flatten(other.quote) === flatten(quote)) === at,
  );
  if (unique.length === 0) return [];
  const said = unique.map(({ quote }) => readable(quote).replace(/[。；，]$/u, ''));
  return [{ text: `${document.shortTitle}：${said.join('；')}。`, proofs: unique }];
}

function catalogueOf({ index }: Evidence): Draft | undefined {
  const claims = index.documents.flatMap((document) => {
    const passage = index
      .passagesOf(document.id)
      .find(({ kind }) => kind === 'front' || kind === 'outline');
    const quote = passage?.quotable.split('\n').find((line) => line.trim() !== '');
    if (!passage || !quote) return [];
    const number = document.documentNumber ? `（${document.documentNumber}）` : '';
    return [{ text: `《${document.title}》${number}`, proofs: [{ passage, quote: quote.trim() }] }];
  });
  return claims.length > 0 ? { kind: 'document', claims } : undefined;
}
