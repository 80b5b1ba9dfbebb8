import type { types } from '@slack/bolt';

/** A message as Slack takes it, within its limits. */
export interface SlackMessage {
  /**
   * For notifications and screen readers, escaped for mrkdwn; at most MAX_TEXT_BYTES, as an update with more
   * fails.
   */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** `chat.update` refuses more than 4,000 in UTF-8, of which a Chinese character takes three. */
export const MAX_TEXT_BYTES = 3_900;
