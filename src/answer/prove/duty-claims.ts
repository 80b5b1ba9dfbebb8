import { compact } from './compact-text.ts';

type Role = 'lead' | 'support' | 'duty';

/** A department and what it does in a task. */
interface Duty {
  readonly role: Role;
  readonly department: string;
}

const BRACKET = /[(（][^()（）]*(?:牵头|负责|配合)[^()（）]*[)）]/gu;
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['lead', /牵头/u],
  ['support', /配合|协助|协同/u],
  ['duty', /负责|承担/u],
];
const ROLE = /牵头负责|牵头|配合|协助|协同|负责|承担/gu;

const roleOf = (words: string): Role | undefined =>
  ROLES.find(([, pattern]) => pattern.test(words))?.[0];

/** Who does what by the brackets of a cited text; none where it has no such bracket. */
export function dutiesIn(text: string): Duty[] {
  return (text.match(BRACKET) ?? []).flatMap((bracket) =>
    bracket
      .slice(1, -1)
      .split(/[，,;；。]/u)
      .flatMap((part) => {
        const role = roleOf(part);
        const names = compact(part)
          .replace(/(?:等(?:有关|相关)?(?:部门|单位)*)?(?:牵头|负责|配合|分别|按职责分工)+.*$/u, '')
          .split('、');
        return role ? names.map((department) => ({ role, department })) : [];
      }),
  );
}

/** Where a clause says who does something: its words, and that each department does what it says it does. */
export interface DutySaid {
  /** What is left of the clause without departments and what they do. */
  readonly rest: string;
  readonly isTrue: boolean;
}

/** Undefined where a compact clause gives nobody anything to do. Whom it names must stand in the quote. */
export function dutySaid(
  clause: string,
  duties: readonly Duty[],
  quote: string,
): DutySaid | undefined {
  const roles = [...clause.matchAll(ROLE)];
  if (roles.length === 0 || duties.length === 0) return undefined;
  const departments = [...new Set(duties.map(({ department }) => department))].sort(
    (a, b) => b.length - a.length,
  );
  const pattern = new RegExp(departments.map(escaped).join('|'), 'gu');
  const named = [...clause.matchAll(pattern)];
  if (named.length === 0) return undefined;
  const isRoleFirst = (roles[0]?.index ?? 0) < (named[0]?.index ?? 0);
  const isTrue = named.every(({ 0: department, index }) => {
    const said = isRoleFirst
      ? roles.findLast((role) => role.index < index)
      : roles.find((role) => role.index > index);
    const role = said && roleOf(said[0]);
    return (
      quote.includes(department) &&
      duties.some((duty) => duty.department === department && duty.role === role)
    );
  });
  return { rest: clause.replace(pattern, ' ').replace(ROLE, ' '), isTrue };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
