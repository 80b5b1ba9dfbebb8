import { textParameter } from '../query-parameters.ts';

export const ROLES = { leads: '牵头', supports: '配合' } as const;
type Role = keyof typeof ROLES;
export const GROUPINGS = { theme: '按主题', department: '按部门' } as const;
type Grouping = keyof typeof GROUPINGS;

/** What the address of the tasks asks for; empty means all. */
export interface TaskQuery {
  readonly text: string;
  readonly documentId: string;
  readonly department: string;
  readonly role: Role | '';
  readonly theme: string;
  readonly by: Grouping;
}

const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value);

/** Reads a form's parameters; what no form of ours sends counts as not sent. */
export function readTaskQuery(query: Readonly<Record<string, unknown>>): TaskQuery {
  const role = textParameter(query.role) ?? '';
  return {
    text: textParameter(query.q)?.trim() ?? '',
    documentId: textParameter(query.document) ?? '',
    department: textParameter(query.department) ?? '',
    role: isRole(role) ? role : '',
    theme: textParameter(query.theme) ?? '',
    by: textParameter(query.by) === 'department' ? 'department' : 'theme',
  };
}

/** Where a department's tasks are listed. */
export const departmentLink = (department: string): string =>
  `/tasks?${new URLSearchParams({ department })}`;
