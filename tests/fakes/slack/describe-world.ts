import { renderForPeople } from './render-for-people.ts';
import { describeViolation } from './violations.ts';
import type { World } from './world.ts';

/** Everything people see now, and every violation: what a failing test wants to know. */
export function describeWorld({ messages, workspace, views, violations }: World): string {
  const people = [...workspace.members.keys()];
  return [
    ...messages.all().map((message) => `${message.channel} ${renderForPeople(message)}`),
    ...people.flatMap((id) => [
      ...messages
        .ephemeralsFor(id)
        .map((message) => `${message.channel}（只有${id}看到）${renderForPeople(message)}`),
      ...views.stack(id).map((view) => `${id} ${renderForPeople(view)}`),
    ]),
    ...violations.map((violation) => `VIOLATION ${describeViolation(violation)}`),
  ].join('\n');
}
