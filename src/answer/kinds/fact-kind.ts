import type { DocumentInfo, Passage } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Candidate, DraftClaim, Evidence, Proof } from '../draft.ts';
import { readable } from '../windows.ts';

/** A fact of a document's head: what it is called, and how it is printed. */
interface Fact {
  readonly label: string;
  /** How people ask for it. */
  readonly asked: RegExp;
  /** How it is printed, the fuller way first. */
  readonly printed: readonly RegExp[];
}

const OFFICE = '(?:省长|市长|区长|县长|州长|旗长|主席|总理|主任|院长|检察长)';
const PERSON = '(?!在|于|代表|团)(?:\\p{Script=Han}+(?:·\\p{Script=Han}+)+|\\p{Script=Han}{2,4}?)';

const FACTS: readonly Fact[] = [
  {
    label: '文号',
    asked: /文号|[几哪]号文|多少号|发文号/u,
    printed: [/[\p{Script=Han}]{2,8}\s*[〔[（(]\s*\d{4}\s*[〕\]）)]\s*\d+\s*号/u],
  },
  {
    label: '日期',
    asked: /[几哪][月号日天]|何时|什么时[候间]|日期|时间|哪一?年/u,
    printed: [/\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发)?/u, /\d{4}-\d{2}-\d{2}/u],
  },
  {
    label: '报告人',
    asked: /谁|报告人|哪[位个]|何人|姓名|署名|什么职务/u,
    printed: [
      new RegExp(
        `${OFFICE}[\\s　]*${PERSON}(?=(?:同志)?(?:代表[^，,。；]{2,16})?(?:作[^，。；]{0,8}报告|在)|[）)]?\\s*$)`,
        'mu',
      ),
      new RegExp(`(?<=[日\\s])\\p{Script=Han}{2,4}${OFFICE}(?=在[^。]*报告)`, 'u'),
    ],
  },
  {
    label: '通过',
    asked: /通过|批准|审议|同意|哪[次个一届].{0,4}(?:会议?|人大)/u,
    printed: [/已经?[^，,。；]*?(?:会议|代表大会|同意|审议|批准|通过)[^，,。；]*/u],
  },
];

const ASKS_OF_HEAD = 0.5;

/** What a document is: number, date, who passed it; and which documents there are. */
export function factKind(evidence: Evidence): readonly Candidate[] {
  const { wants, kinds } = evidence.query;
  return [
    ...(wants.has('documents') ? fact(catalogueOf(evidence), { catalogue: 1 }) : []),
    ...(wants.has('metadata') || kinds.who + kinds.when > ASKS_OF_HEAD ? ofHeads(evidence) : []),
  ];
}

const fact = (claims: readonly DraftClaim[], signs: Candidate['signs']): Candidate[] =>
  claims.length > 0 ? [{ kind: 'document', way: 'fact', claims, signs }] : [];

function meantBy({ query: { scope, text, time }, index }: Evidence): readonly DocumentInfo[] {
  const said = flatten(text);
  const numbered = index.documents.filter(
    ({ documentNumber }) => documentNumber && said.includes(flatten(documentNumber)),
  );
  if (numbered.length > 0) return numbered;
  const named = index.documents.filter(({ id }) => scope.documentIds.includes(id));
  const preferred = named.filter(({ id }) => scope.preferredIds.includes(id));
  const ofYear = named.filter(
    ({ period }) => period?.[0] === period?.[1] && time.years.includes(period?.[0] ?? 0),
  );
  return [ofYear, preferred, named].find((documents) => documents.length > 0) ?? [];
}

/** The facts asked for by name where a head prints them, and all that it prints. */
function ofHeads(evidence: Evidence): Candidate[] {
  const said = flatten(evidence.query.text);
  const asked = FACTS.filter((some) => some.asked.test(said));
  const claimsOf = (some: readonly Fact[]): DraftClaim[] =>
    meantBy(evidence).flatMap((document) => factsOf(document, some, evidence));
  return [
    ...fact(claimsOf(asked), { factAsked: 1 }),
    ...(asked.length < FACTS.length ? fact(claimsOf(FACTS), {}) : []),
  ];
}

/** Each fact once, word for word from the first line of the head that prints it. */
function factsOf(
  document: DocumentInfo,
  facts: readonly Fact[],
  { index }: Evidence,
): DraftClaim[] {
  const front = index.passagesOf(document.id).filter(({ kind }) => kind === 'front');
  const found = facts.flatMap(({ label, printed }) => {
    const proof = firstPrinted(front, printed);
    return proof ? [{ label, proof }] : [];
  });
  if (found.length === 0) return [];
  const said = found.map(({ label, proof }) =>
    label === '通过' ? readable(proof.quote) : `${label}${readable(proof.quote)}`,
  );
  return [
    {
      text: `${document.shortTitle}：${said.join('；')}。`,
      proofs: found.map(({ proof }) => proof),
    },
  ];
}

function firstPrinted(front: readonly Passage[], ways: readonly RegExp[]): Proof | undefined {
  for (const printed of ways) {
    for (const passage of front) {
      const quote = printed.exec(passage.quotable)?.[0].trim();
      if (quote) return { passage, quote };
    }
  }
  return undefined;
}

/** Every document by its title, proven by the first words of its head. */
const catalogueOf = ({ index }: Evidence): DraftClaim[] =>
  index.documents.flatMap((document) => {
    const passage = index
      .passagesOf(document.id)
      .find(({ kind }) => kind === 'front' || kind === 'outline');
    const quote = passage?.quotable.split('\n').find((line) => line.trim() !== '');
    return passage && quote
      ? [{ text: `《${document.title}》`, proofs: [{ passage, quote: quote.trim() }] }]
      : [];
  });
