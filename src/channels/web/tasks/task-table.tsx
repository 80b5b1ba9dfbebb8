import { passageLink } from '../links.ts';
import { type Task, wordsOf } from './task-list.ts';
import { departmentLink } from './task-query.ts';

function Departments({ names }: { readonly names: readonly string[] }) {
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && '、'}
          <a class="quiet" href={departmentLink(name)}>
            {name}
          </a>
        </span>
      ))}
    </>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const { number, title, leads, supports, documentId, passageId } = task;
  const isNobody = leads.length + supports.length === 0;
  return (
    <tr data-words={wordsOf(task)}>
      <td>{number}</td>
      <th scope="row">
        <a class="quiet" href={passageLink(documentId, passageId)}>
          {title}
        </a>
      </th>
      {isNobody ? (
        <td class="nobody" colSpan={2}>
          原文没有写明由哪个部门负责
        </td>
      ) : (
        <>
          <td data-label="牵头">
            <Departments names={leads} />
          </td>
          <td data-label="配合">
            <Departments names={supports} />
          </td>
        </>
      )}
    </tr>
  );
}

export function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <table class="tasks-table">
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">任务</th>
          <th scope="col">牵头（负责）</th>
          <th scope="col">配合</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.passageId} task={task} />
        ))}
      </tbody>
    </table>
  );
}
