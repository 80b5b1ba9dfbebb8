import type { Passage, Responsibility } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Candidate, DraftClaim, Evidence, Proof } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { lengthOf, readable } from '../windows.ts';
import { partClaim } from './claims.ts';
import { tellingSentences } from './sentence-kind.ts';

/** Who leads a task and who supports it; all tasks of a department; tasks that name nobody. */
export function dutyKind(evidence: Evidence): readonly Candidate[] {
  const { query, index } = evidence;
  const scope = query.scope.documentIds;
  const tasks = index.responsibilities.filter(
    ({ documentId }) => scope.length === 0 || scope.includes(documentId),
  );
  if (tasks.length === 0) return [];
  const department = departmentIn(flatten(query.text), tasks);
  const wantsTasks = department !== undefined && ASKS_TASKS.test(query.text);
  return [
    ...(ASKS_UNASSIGNED.test(query.text) ? unassigned(tasks, evidence) : []),
    ...(department ? tasksOf(department, tasks, evidence) : []),
    ...whoDoes(tasks, evidence, wantsTasks),
  ];
}

/** Beside a department: which tasks it has, not who has a task. */
const ASKS_TASKS =
  /任务|(?:牵头|负责|配合|参与|干|管|做)的?(?:有?(?:什么|哪些|啥)|有?(?:几|多少)[项件个])|要干|(?:牵头|负责|配合)的[\s?？]*$/u;

/** 只是配合的, 其中牵头的有几项: ends with the role that is meant, whatever was asked before. */
const PICKED_ROLE = /(?<role>牵头|负责|配合)的(?:有?(?:几|哪|多少)[^,，。?？]{0,4})?[\s?？]*$/u;

const ASKS_UNASSIGNED = /(?:没|未|无).{0,4}(?:责任|牵头|负责|部门|单位)/u;

/** Longest department name standing in the question, short forms (商务局 for 区商务局) included. */
function departmentIn(question: string, tasks: readonly Responsibility[]): string | undefined {
  const names = [...new Set(tasks.flatMap(({ leads, supports }) => [...leads, ...supports]))];
  return names
    .filter((name) => {
      const flat = flatten(name);
      const short = flat.replace(/^[省市区县]/u, '');
      return question.includes(flat) || (short.length >= 3 && question.includes(short));
    })
    .sort((a, b) => b.length - a.length)[0];
}

/** A task that is printed with a figure by its number; any other stretch by its title alone. */
function nameOf({ number, title, passageId }: Responsibility, { index }: Evidence): string {
  const passage = index.passage(passageId);
  const printed = new RegExp(`(?:^|\\n)\\s*${number}(?!\\d)`, 'u');
  const isNumbered =
    passage !== undefined && printed.test([...passage.headingPath, passage.quotable].join('\n'));
  return `${isNumbered ? `第${number}项` : ''}“${readable(title)}”`;
}

/** The task's heading and its bracket, word for word. */
function proofOf(task: Responsibility, { index }: Evidence): Proof[] {
  const passage = index.passage(task.passageId);
  return passage ? [{ passage, quote: headAndBracket(passage) }] : [];
}

const BRACKET = /[（(][^（）()]*(?:牵头|负责|配合|责任单位|参与)[^（）()]*[）)]\s*$/u;

function headAndBracket({ quotable }: Passage): string {
  const head = /^[^。]*。/u.exec(quotable)?.[0] ?? quotable;
  const bracket = BRACKET.exec(quotable)?.[0].trim();
  return bracket && !head.includes(bracket) ? `${head}${ELLIPSIS}${bracket}` : head;
}

interface RolesWanted {
  readonly onlyLeads: boolean;
  readonly onlySupports: boolean;
}

function rolesWanted(text: string): RolesWanted {
  const picked = PICKED_ROLE.exec(text)?.groups?.role;
  if (picked !== undefined)
    return { onlyLeads: picked !== '配合', onlySupports: picked === '配合' };
  const wantsSupport = /配合|参与|涉及|相关/u.test(text);
  return {
    onlyLeads: /牵头|负责|主管|挑头/u.test(text) && !wantsSupport,
    onlySupports: wantsSupport && /只|仅|光|不(?:牵头|负责)/u.test(text),
  };
}

function tasksOf(
  department: string,
  tasks: readonly Responsibility[],
  evidence: Evidence,
): Candidate[] {
  const { text } = evidence.query;
  const { onlyLeads, onlySupports } = rolesWanted(text);
  const wantsAlone = /单独|独自|独立/u.test(text);
  const roles = tasks.flatMap((task) => {
    const isAlone = task.leads.length === 1 && task.supports.length === 0;
    if (wantsAlone && !isAlone) return [];
    if (!onlySupports && task.leads.includes(department))
      return [{ task, role: task.supports.length > 0 ? '牵头' : '负责' }];
    return !onlyLeads && task.supports.includes(department) ? [{ task, role: '配合' }] : [];
  });
  if (roles.length === 0) return [];
  const value = String(roles.length);
  const claims = roles.map(({ task, role }) => ({
    text: `${nameOf(task, evidence)}（${role}）`,
    proofs: proofOf(task, evidence),
  }));
  const [first] = claims;
  const counted: DraftClaim[] = first
    ? [
        {
          text: `${department}共${value}项。`,
          proofs: first.proofs,
          computed: [{ value, how: 'count', from: [] }],
        },
      ]
    : [];
  return [
    {
      kind: 'responsibility',
      way: 'duty',
      claims: roles.length > 1 ? [...counted, ...claims] : claims,
      signs: { department: 1, counted: 1, asksDuty: asksDuty(evidence) },
    },
  ];
}

const asksDuty = ({ query }: Evidence): number =>
  query.wants.has('who') || ASKS_TASKS.test(query.text) ? 1 : -1;

function unassigned(tasks: readonly Responsibility[], evidence: Evidence): Candidate[] {
  const claims = tasks
    .filter(({ leads, supports }) => leads.length + supports.length === 0)
    .map((task) => ({
      text: `${nameOf(task, evidence)}没有写责任单位`,
      proofs: proofOf(task, evidence),
    }));
  return claims.length > 0
    ? [{ kind: 'responsibility', way: 'duty', claims, signs: { department: 1, asksDuty: 1 } }]
    : [];
}

const TASKS = 3;
const LIKELIEST = 3;
const MAX_DETAIL_CHARS = 70;

/**
 * Tasks that the question names or points at, else those its likeliest sentences stand in.
 * @param onlyNamed the likeliest are not meant
 */
function whoDoes(
  tasks: readonly Responsibility[],
  evidence: Evidence,
  onlyNamed: boolean,
): Candidate[] {
  const { query } = evidence;
  const asked = flatten(query.text);
  const numbers = query.locations.filter(({ kind }) => kind === 'task').map(({ number }) => number);
  const named = tasks.filter(
    ({ title, number }) =>
      numbers.includes(number) || (title.length >= 4 && asked.includes(flatten(title))),
  );
  if (named.length > 0 && named.length <= TASKS) return [dutyOf(named, evidence, 1)];
  if (onlyNamed) return [];
  const best = tellingSentences(evidence);
  const found = best.flatMap(({ passage }) => tasks.find((task) => isOf(task, passage)) ?? []);
  return [...new Set(found)]
    .slice(0, LIKELIEST)
    .map((task, at) => dutyOf([task], evidence, 1 / (2 + at)));
}

const isOf = ({ documentId, title, passageId }: Responsibility, passage: Passage): boolean =>
  passageId === passage.id ||
  (documentId === passage.documentId &&
    passage.headingPath.some((heading) => flatten(heading).endsWith(flatten(title))));

const dutyOf = (tasks: readonly Responsibility[], evidence: Evidence, rank: number): Candidate => ({
  kind: 'responsibility',
  way: 'duty',
  claims: tasks.flatMap((task) => [whoClaim(task, evidence), ...detailOf(task, evidence)]),
  signs: { candidateRank: rank, asksDuty: asksDuty(evidence) },
});

function whoClaim(task: Responsibility, evidence: Evidence): DraftClaim {
  const { leads, supports } = task;
  const bracket = BRACKET.exec(evidence.index.passage(task.passageId)?.quotable ?? '')?.[0].trim();
  const who = bracket
    ? bracket.slice(1, -1)
    : leads.length + supports.length === 0
      ? '没有写责任单位'
      : leads.join('、');
  return { text: `${nameOf(task, evidence)}：${readable(who)}。`, proofs: proofOf(task, evidence) };
}

/** The sentence of the task that was asked about, where more than who does it is asked. */
function detailOf(task: Responsibility, evidence: Evidence): DraftClaim[] {
  const said = tellingSentences(evidence)
    .slice(0, TASKS)
    .find(
      ({ passage, text }) =>
        isOf(task, passage) && !BRACKET.test(text.trim()) && !text.includes(task.title),
    );
  if (!said) return [];
  const claim = partClaim(evidence, said);
  return lengthOf(claim.text) <= MAX_DETAIL_CHARS ? [claim] : [];
}
