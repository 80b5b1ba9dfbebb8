import type { App } from '../../../app.ts';

/** Stands before the id of a dropped file where ids of documents stand. */
const DROPPED = 'slack-file:';

type Settings = Pick<App, 'settings'>;

/** From now on the conversation asks these files, until somebody widens it again. Throws STATE_UNUSABLE. */
export const bindFiles = (
  { settings }: Settings,
  conversation: string,
  ids: readonly string[],
): void =>
  settings.setScope(
    conversation,
    ids.map((id) => DROPPED + id),
  );

/** Ids of the files a conversation asks; none where it asks the library. Throws STATE_UNUSABLE. */
export const boundFiles = ({ settings }: Settings, conversation: string): readonly string[] =>
  (settings.scopeOf(conversation) ?? [])
    .filter((id) => id.startsWith(DROPPED))
    .map((id) => id.slice(DROPPED.length));
