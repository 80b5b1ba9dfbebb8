import type { FakeSlackOptions } from '../../tests/fakes/slack/fake-slack.ts';
import { BOT_USER, TEAM } from '../../tests/fakes/slack/workspace.ts';

/** Who asks where. Everybody is in every channel. */
export interface Town {
  readonly people: readonly string[];
  readonly channels: readonly string[];
}

const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(4, '0')}`);

/** So many people, and as many channels. */
export const createTown = (size: number): Town => ({
  people: named('U', size),
  channels: named('C', size),
});

const OTHER_TEAM = 'T2';

/** Of one workspace, or half of them of another of the same organisation. */
export const inSlack = ({ people, channels }: Town, ofTwoWorkspaces = false): FakeSlackOptions => ({
  members: people.map((id, at) => ({
    id,
    name: id,
    team_id: ofTwoWorkspaces && at % 2 === 1 ? OTHER_TEAM : TEAM.id,
  })),
  ...(ofTwoWorkspaces && { organisation: { id: 'E1', teams: [TEAM.id, OTHER_TEAM] } }),
  channels: channels.map((id) => ({ id, members: [...people, BOT_USER] })),
});
