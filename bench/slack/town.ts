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

export const inSlack = ({ people, channels }: Town): FakeSlackOptions => ({
  members: people.map((id) => ({ id, name: id, team_id: TEAM.id })),
  channels: channels.map((id) => ({ id, members: [...people, BOT_USER] })),
});
