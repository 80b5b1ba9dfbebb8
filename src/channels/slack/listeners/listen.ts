import type { App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import { PrivateAnswers } from '../answering/private-answers.ts';
import type { Surroundings } from '../intake/asked-message.ts';
import { letIn } from './let-in.ts';
import { listenForAdding } from './listen-for-adding.ts';
import { listenForAgentEvents } from './listen-for-agent-events.ts';
import { listenForArrival } from './listen-for-arrival.ts';
import { listenForAskDialog } from './listen-for-ask-dialog.ts';
import { listenForChannelSettings } from './listen-for-channel-settings.ts';
import { listenForCommands } from './listen-for-commands.ts';
import { listenForFeedback } from './listen-for-feedback.ts';
import { listenForHome } from './listen-for-home.ts';
import { listenForLinks } from './listen-for-links.ts';
import { listenForPosting } from './listen-for-posting.ts';
import { listenForQuestions } from './listen-for-questions.ts';
import { listenForScope } from './listen-for-scope.ts';
import { listenForSharing } from './listen-for-sharing.ts';
import { listenForSources } from './listen-for-sources.ts';
import { listenForSteps } from './listen-for-steps.ts';
import { listenForSubscribing } from './listen-for-subscribing.ts';
import { listenForSuggestions } from './listen-for-suggestions.ts';
import { listenForTakingAlong } from './listen-for-taking-along.ts';

/** Everything people can do in Slack, and what answers it. */
export function listen(bolt: BoltApp, desk: Desk, surroundings: Surroundings): void {
  const shared = new PrivateAnswers(desk.options.nowMs);
  letIn(bolt, desk);
  listenForQuestions(bolt, desk, surroundings);
  listenForCommands(bolt, desk, shared);
  listenForSharing(bolt, desk, shared);
  listenForAskDialog(bolt, desk);
  listenForSources(bolt, desk);
  listenForFeedback(bolt, desk);
  listenForScope(bolt, desk);
  listenForSuggestions(bolt, desk);
  listenForHome(bolt, desk);
  listenForArrival(bolt, desk);
  listenForLinks(bolt, desk);
  listenForAdding(bolt, desk);
  listenForTakingAlong(bolt, desk);
  listenForPosting(bolt, desk);
  listenForChannelSettings(bolt, desk);
  listenForSubscribing(bolt, desk);
  listenForSteps(bolt, desk);
  listenForAgentEvents(bolt, desk);
}
