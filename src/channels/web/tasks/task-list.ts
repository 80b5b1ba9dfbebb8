import type { App } from '../../../app.ts';
import type { DocumentInfo, Responsibility } from '../../../model.ts';
import { holdsWords } from '../../comparable.ts';
import type { TaskQuery } from './task-query.ts';

export interface Task extends Responsibility {
  readonly document: DocumentInfo;
  /** The heading above the task's own; empty where there is none. */
  readonly theme: string;
  /** What stands under its own, or the one passage known of it. */
  readonly text: string;
}

/** How many tasks a department leads, and how many it supports. */
export interface DepartmentCount {
  readonly name: string;
  readonly leads: number;
  readonly supports: number;
}

/** Every task of every document that has any, in the order of the texts. */
export function tasksOf(app: Pick<App, 'documents' | 'document'>): readonly Task[] {
  return app.documents().flatMap((document) => {
    const { responsibilities, passages } = app.document(document.id);
    const paths = new Map(passages.map(({ id, headingPath }) => [id, headingPath]));
    return responsibilities.map((task) => {
      const path = paths.get(task.passageId) ?? [];
      const found = path.findIndex((heading) => heading.includes(task.title));
      const own = found < 0 ? path.length : found;
      const text = passages
        .filter(({ id, headingPath }) =>
          found < 0 ? id === task.passageId : beginsWith(headingPath, path.slice(0, own + 1)),
        )
        .map(({ quotable }) => quotable);
      return { ...task, document, theme: path[own - 1] ?? '', text: text.join(' ') };
    });
  });
}

const beginsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((heading, at) => path[at] === heading);

/** Tasks that a query leaves, in their order. */
export const filterTasks = (
  tasks: readonly Task[],
  { text, documentId, department, role, theme }: TaskQuery,
): readonly Task[] =>
  tasks.filter(
    (task) =>
      (documentId === '' || task.documentId === documentId) &&
      (theme === '' || task.theme === theme) &&
      isAskedOf(task, department, role) &&
      holdsWords(wordsOf(task), text),
  );

/** Of a role without a department: whether any has it. */
function isAskedOf(task: Task, department: string, role: TaskQuery['role']): boolean {
  const departments = rolesOf(task, role);
  if (department !== '') return departments.includes(department);
  return role === '' || departments.length > 0;
}

/** The departments of a task in a role; in any where none is asked for. */
function rolesOf({ leads, supports }: Task, role: TaskQuery['role']): readonly string[] {
  if (role === 'leads') return leads;
  return role === 'supports' ? supports : [...leads, ...supports];
}

/** All that a task may be looked up by. */
export const wordsOf = ({ number, title, theme, leads, supports, text }: Task): string =>
  [number, title, theme, ...leads, ...supports, text].join(' ');

/** Departments by how much they lead, then by how much they support. */
export function countDepartments(tasks: readonly Task[]): readonly DepartmentCount[] {
  const counts = new Map<string, { leads: number; supports: number }>();
  for (const task of tasks)
    for (const role of ['leads', 'supports'] as const)
      for (const name of task[role]) {
        const count = counts.get(name) ?? { leads: 0, supports: 0 };
        counts.set(name, { ...count, [role]: count[role] + 1 });
      }
  return [...counts]
    .map(([name, count]) => ({ name, ...count }))
    .sort((a, b) => b.leads - a.leads || b.supports - a.supports);
}

/** Tasks in runs of one document and theme. */
export function runsOfTheme(tasks: readonly Task[]): (readonly [Task, ...Task[]])[] {
  const runs: [Task, ...Task[]][] = [];
  for (const task of tasks) {
    const last = runs.at(-1);
    const isSame = last?.[0].theme === task.theme && last[0].documentId === task.documentId;
    if (last && isSame) last.push(task);
    else runs.push([task]);
  }
  return runs;
}
