import type { Passage, Responsibility } from '../../model.ts';
import { coverageOf } from '../../retrieve/matching.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Draft, DraftClaim, Evidence, Proof } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { isSupported } from '../support.ts';
import { asSentence, readable, windowOf } from '../windows.ts';

/** Who leads a task and who supports it; all tasks of a department; tasks that name nobody. */
export async function responsibilityAnswer(evidence: Evidence): Promise<Draft | undefined> {
  const { query } = evidence;
  const scope = query.scope.documentIds;
  const tasks = evidence.index.responsibilities.filter(
    ({ documentId }) => scope.length === 0 || scope.includes(documentId),
  );
  if (tasks.length === 0) return undefined;
  if (/(?:没|未|无).{0,4}(?:责任|牵头|负责|部门|单位)/u.test(query.text) && query.wants.has('list'))
    return unassigned(tasks, evidence);
  const department = departmentIn(flatten(query.text), tasks);
  if (
    department &&
    (query.wants.has('list') || /任务|负责什么|牵头什么|干什么|管什么|要干/u.test(query.text))
  )
    return tasksOf(department, tasks, evidence);
  const numbers = query.locations.filter(({ kind }) => kind === 'task').map(({ number }) => number);
  const pointed = tasks.filter(({ number }) => numbers.includes(number));
  const meant = pointed.length > 0 ? pointed : named(tasks, evidence);
  if (meant.length > 0)
    return { kind: 'responsibility', claims: meant.map((task) => whoClaim(task, evidence)) };
  return query.wants.has('who') ? whoDoes(tasks, evidence) : undefined;
}

/** Tasks whose whole title stands in a question for who does them. */
function named(tasks: readonly Responsibility[], { query }: Evidence): readonly Responsibility[] {
  if (!query.wants.has('who')) return [];
  const asked = flatten(query.text);
  return tasks.filter(({ title }) => asked.includes(flatten(title)));
}

/** Longest department name standing in the question, short forms (商务局 for 区商务局) included. */
function departmentIn(question: string, tasks: readonly Responsibility[]): string | undefined {
  const names = [...new Set(tasks.flatMap(({ leads, supports }) => [...leads, ...supports]))];
  return names
    .filter(
      (name) =>
        question.includes(flatten(name)) ||
        (name.length > 3 && question.includes(flatten(name.replace(/^区/u, '')))),
    )
    .sort((a, b) => b.length - a.length)[0];
}

const numbered = ({ number, title }: Responsibility): string => `第${number}项“${title}”`;

/** The task's heading and its bracket, word for word. */
function proofOf(task: Responsibility, { index }: Evidence): Proof[] {
  const passage = index.passage(task.passageId);
  return passage ? [{ passage, quote: headAndBracket(passage) }] : [];
}

const BRACKET = /[（(][^（）()]*(?:牵头|负责|配合)[^（）()]*[）)]\s*$/u;

function headAndBracket({ quotable }: Passage): string {
  const head = /^[^。]*。/u.exec(quotable)?.[0] ?? quotable;
  const bracket = BRACKET.exec(quotable)?.[0];
  return bracket ? `${head}${ELLIPSIS}${bracket.trim()}` : head;
}

function tasksOf(
  department: string,
  tasks: readonly Responsibility[],
  evidence: Evidence,
): Draft | undefined {
  const { text } = evidence.query;
  const wantsSupport = /配合|参与|涉及|相关/u.test(text);
  const onlyLeads = /牵头|负责|主管/u.test(text) && !wantsSupport;
  const wantsAlone = /单独|独自|独立/u.test(text);
  const roles = tasks.flatMap((task) => {
    const isAlone = task.leads.length === 1 && task.supports.length === 0;
    if (wantsAlone && !isAlone) return [];
    if (task.leads.includes(department))
      return [{ task, role: task.supports.length > 0 ? '牵头' : '负责' }];
    return !onlyLeads && task.supports.includes(department) ? [{ task, role: '配合' }] : [];
  });
  if (roles.length === 0) return undefined;
  const claims = roles.map(({ task, role }) => ({
    text: `${numbered(task)}（${role}）`,
    proofs: proofOf(task, evidence),
  }));
  return { kind: 'responsibility', claims, remark: `${department}共${countText(roles.length)}。` };
}

const DIGITS = '零一二三四五六七八九';
/** A count of ours, in Chinese numerals so that it is not taken for a figure of the document. */
function countText(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`;
  return `${head}${ones > 0 || tens === 0 ? DIGITS.charAt(ones) : ''}项`;
}

function unassigned(tasks: readonly Responsibility[], evidence: Evidence): Draft | undefined {
  const claims = tasks
    .filter(({ leads, supports }) => leads.length + supports.length === 0)
    .map((task) => ({ text: `${numbered(task)}没有写责任单位`, proofs: proofOf(task, evidence) }));
  return claims.length > 0 ? { kind: 'responsibility', claims } : undefined;
}

const READ_CLOSELY = 5;

/** The task that best fits the question, who does it, and the sentence of it that was asked about. */
async function whoDoes(
  tasks: readonly Responsibility[],
  evidence: Evidence,
): Promise<Draft | undefined> {
  const { query } = evidence;
  const { hits } = await evidence.retrieveWithin([
    ...new Set(tasks.map(({ documentId }) => documentId)),
  ]);
  for (const { passage, sentences } of hits.slice(0, READ_CLOSELY)) {
    const task = tasks.find(
      (one) =>
        one.documentId === passage.documentId &&
        passage.headingPath.some((heading) => heading.endsWith(one.title)),
    );
    const best = sentences[0]?.sentence;
    if (!task || !best || !isSupported({ ...query, unit: undefined }, best)) continue;
    const claims = [whoClaim(task, evidence)];
    const said = sentences.find(
      ({ sentence }) => !BRACKET.test(sentence.text.trim()) && !sentence.text.includes(task.title),
    );
    if (said && coverageOf(query, said.sentence.flat).share > 0.2) {
      const quote = windowOf(query, said.sentence, 70);
      claims.push({ text: asSentence(quote), proofs: [{ passage: said.sentence.passage, quote }] });
    }
    return { kind: 'responsibility', claims };
  }
  return undefined;
}

function whoClaim(task: Responsibility, evidence: Evidence): DraftClaim {
  const { leads, supports } = task;
  const bracket = BRACKET.exec(evidence.index.passage(task.passageId)?.quotable ?? '')?.[0].trim();
  const who = bracket
    ? bracket.slice(1, -1)
    : leads.length + supports.length === 0
      ? '没有写责任单位'
      : leads.join('、');
  return { text: `${numbered(task)}：${readable(who)}。`, proofs: proofOf(task, evidence) };
}
