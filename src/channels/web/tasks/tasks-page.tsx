import type { DocumentInfo } from '../../../model.ts';
import { ALL, Choice, TextChoice, toOptions } from '../choice.tsx';
import { documentLink } from '../links.ts';
import type { Page } from '../page.ts';
import { countDepartments, filterTasks, runsOfTheme, type Task } from './task-list.ts';
import { departmentLink, GROUPINGS, ROLES, type TaskQuery } from './task-query.ts';
import { TaskTable } from './task-table.tsx';

interface TasksPageProps {
  readonly tasks: readonly Task[];
  readonly query: TaskQuery;
}

const documentsOf = (tasks: readonly Task[]): readonly DocumentInfo[] => [
  ...new Map(tasks.map(({ document }) => [document.id, document])).values(),
];

function TasksForm({ tasks, query }: TasksPageProps) {
  const documents = documentsOf(tasks);
  const departments = countDepartments(tasks).map(({ name }) => name);
  const themes = [...new Set(tasks.map(({ theme }) => theme))].filter(Boolean);
  return (
    <form class="filters" method="get" action="/tasks">
      <TextChoice label="任务" value={query.text} placeholder="如：创新平台、养老、节水" />
      {documents.length > 1 && (
        <Choice
          name="document"
          label="文件"
          value={query.documentId}
          options={[ALL, ...documents.map(({ id, shortTitle }) => [id, shortTitle] as const)]}
        />
      )}
      <Choice
        name="department"
        label="部门"
        value={query.department}
        options={[ALL, ...toOptions(departments)]}
      />
      <Choice
        name="role"
        label="分工"
        value={query.role}
        options={[['', '牵头或配合'], ...Object.entries(ROLES)]}
      />
      <Choice name="theme" label="主题" value={query.theme} options={[ALL, ...toOptions(themes)]} />
      <Choice name="by" label="排列" value={query.by} options={Object.entries(GROUPINGS)} />
      <button type="submit">查看</button>
    </form>
  );
}

function ByTheme({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <>
      {runsOfTheme(tasks).map((run) => (
        <section key={run[0].passageId} class="task-group">
          <h2>
            {run[0].theme || run[0].document.shortTitle} <span class="number">{run.length} 项</span>
          </h2>
          <TaskTable tasks={run} />
        </section>
      ))}
    </>
  );
}

/** Each department with what it leads and what it supports, or only that of the two which is asked for. */
function ByDepartment({ tasks, query }: TasksPageProps) {
  const roles = query.role === '' ? (['leads', 'supports'] as const) : [query.role];
  const shown = countDepartments(tasks).filter(
    (department) =>
      (query.department === '' || department.name === query.department) &&
      roles.some((role) => department[role] > 0),
  );
  const unassigned = tasks.filter(({ leads, supports }) => leads.length + supports.length === 0);
  return (
    <>
      {shown.map((department) => (
        <section key={department.name} class="task-group">
          <h2>
            <a href={departmentLink(department.name)}>{department.name}</a>{' '}
            <span class="number">
              {roles.map((role) => `${ROLES[role]} ${department[role]} 项`).join('，')}
            </span>
          </h2>
          <TaskTable
            tasks={roles.flatMap((role) =>
              tasks.filter((task) => task[role].includes(department.name)),
            )}
          />
        </section>
      ))}
      {unassigned.length > 0 && query.department === '' && (
        <section class="task-group">
          <h2>
            没有写明部门 <span class="number">{unassigned.length} 项</span>
          </h2>
          <TaskTable tasks={unassigned} />
        </section>
      )}
    </>
  );
}

/** Who has most to do, each a link to all of it. */
function DepartmentCounts({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <details class="department-counts">
      <summary>各部门的任务数</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">部门</th>
            <th scope="col">牵头</th>
            <th scope="col">配合</th>
          </tr>
        </thead>
        <tbody>
          {countDepartments(tasks).map(({ name, leads, supports }) => (
            <tr key={name}>
              <th scope="row">
                <a href={departmentLink(name)}>{name}</a>
              </th>
              <td>{leads}</td>
              <td>{supports}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function tasksPage({ tasks, query }: TasksPageProps): Page {
  const left = filterTasks(tasks, query);
  return {
    name: 'tasks',
    title: query.department === '' ? '任务分工' : `${query.department}的任务`,
    script: 'tasks',
    content: (
      <>
        <header class="page-head">
          <h1>{query.department === '' ? '任务分工' : query.department}</h1>
          <p>
            {documentsOf(tasks).map(({ id, title }) => (
              <a key={id} href={documentLink(id)}>
                《{title}》
              </a>
            ))}
            <span class="facts-of">
              {tasks.length} 项任务，{countDepartments(tasks).length} 个部门
            </span>
          </p>
        </header>
        <TasksForm tasks={tasks} query={query} />
        <p class="result-line">
          <span class="count" role="status">
            {left.length} 项任务
          </span>
        </p>
        {query.department === '' && <DepartmentCounts tasks={left} />}
        {left.length === 0 && (
          <p class="empty">
            没有合适的任务。可以换个词，或<a href="/tasks">看全部任务</a>。
          </p>
        )}
        {query.by === 'department' ? (
          <ByDepartment tasks={left} query={query} />
        ) : (
          <ByTheme tasks={left} />
        )}
      </>
    ),
  };
}
