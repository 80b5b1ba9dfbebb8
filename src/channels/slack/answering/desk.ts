import type { webApi } from '@slack/bolt';
import type { App, Editor } from '../../../app.ts';
import type { Config } from '../../../config.ts';
import { answerIdOf } from '../../../feedback.ts';
import type { Logger } from '../../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { CallBudgets } from '../delivery/call-budget.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { Reply } from '../delivery/reply.ts';
import { signWhile } from '../delivery/sign-while.ts';
import { type TellingPlace, tellInChannel, tellPrivately } from '../delivery/tell-privately.ts';
import { ThreadReply } from '../delivery/thread-reply.ts';
import type { DroppedFiles } from '../files/dropped-files.ts';
import { denialOf } from '../intake/access.ts';
import type { Directory } from '../intake/directory.ts';
import type { HomeTeams } from '../intake/home-teams.ts';
import { messageKeyOf, type Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { offerToAddMessage } from '../render/files-message.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import type { Identity } from '../transport/sign-in.ts';
import { AgentSession } from './agent-session.ts';
import type { Answering, Showing } from './answer-questions.ts';
import { InHand } from './in-hand.ts';
import { meaningOf } from './meaning.ts';
import type { RecentAnswers } from './recent-answers.ts';
import { RecentKeys } from './recent-keys.ts';

export interface DeskOptions {
  readonly app: App;
  readonly config: Config;
  readonly identity: Identity;
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly homeTeams: HomeTeams;
  readonly answering: Answering;
  readonly files: DroppedFiles;
  readonly recent: RecentAnswers;
  /** Null where nobody may change the library from here. */
  readonly editor: Editor | null;
  readonly budgets: CallBudgets;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly nowMs: () => number;
}

/** Who does something where. */
export type Deed = Pick<Question, 'userId' | 'userTeamId' | 'channelId' | 'surface'>;

const CHECKING = '正在向 Slack 确认您的身份，请稍候……';
const CHECKING_AFTER_MS = 1_000;
const BARRED = '这个频道限制了谁能发言，我在那里发不了消息。您的问题在这里回答，只有您看得到：';
const UNKNOWN_ASKER = '抱歉，暂时无法向 Slack 确认您的身份，请稍后再试。';

/** Where accepted questions are received: who may not ask is told so, the others are answered in their place. */
export class Desk {
  readonly options: DeskOptions;
  readonly inHand: InHand;
  readonly #recent = new RecentKeys();

  constructor(options: DeskOptions) {
    this.options = options;
    this.inHand = new InHand(options.nowMs);
  }

  /** False for a question that was accepted before. A ledger that cannot be written loses no question. */
  accept(question: Question): boolean {
    const { metrics } = this.options;
    const isAccepted =
      this.#recent.add(question.key, question.messageKey) && this.#isNewToLedger(question);
    if (!isAccepted) metrics.repeated();
    return isAccepted;
  }

  /** Ends the question of a message that was deleted. Should the message itself arrive only now, it is not asked. */
  withdraw(teamId: string, channelId: string, messageTs: string): void {
    this.#recent.add(messageKeyOf(teamId, channelId, messageTs), null);
    this.options.answering.running.endMessage(channelId, messageTs, 'withdrawn');
  }

  #isNewToLedger(question: Question): boolean {
    const { app, log } = this.options;
    try {
      return app.events.accept(question);
    } catch (error) {
      log.error({ err: error, key: question.key }, 'the ledger could not be written');
      return true;
    }
  }

  /** Answers in the thread or channel it was asked in. */
  async askInThread(
    question: Question,
    replyTs: string | null = null,
    more: Partial<Showing> = {},
  ): Promise<void> {
    const meant = await meaningOf(this.options, question);
    if (!meant) return this.options.app.events.finish(question.key);
    const reply = this.threadReply(question, replyTs);
    if (!(await this.mayAsk(question, reply))) return;
    if (question.surface === 'direct') this.#meet(question.author);
    const session = this.#sessionOf(question);
    const begun = session?.begin(question.text);
    const showing: Showing = { canNarrow: true, canShare: false, ...more, ...meant.showing };
    const { outcome } = await this.options.answering.answer(meant.question, reply, showing);
    await begun;
    await session?.end();
    if (outcome !== 'unread') await this.#offerToAdd(question);
  }

  isEditor(userId: string): boolean {
    const { editor, config } = this.options;
    return editor !== null && config.web.editors.includes(userId);
  }

  async #offerToAdd(question: Question): Promise<void> {
    const { fileIds, userId } = question;
    if (fileIds !== undefined && this.isEditor(userId))
      await this.tellPrivately(question, offerToAddMessage(fileIds));
  }

  /** Answers a question whose words were changed; what was answered before stays, as others may have read it. */
  async askAnew(question: Question): Promise<void> {
    const { teamId, channelId, messageTs, text } = question;
    if (messageTs !== null) this.withdraw(teamId, channelId, messageTs);
    await this.askInThread(question, null, { asked: { question: text } });
  }

  /** Whoever has asked needs no greeting any more. */
  #meet(author: string): void {
    try {
      this.options.app.greeted.isFirst(author);
    } catch (error) {
      this.options.log.warn({ err: error }, 'it could not be noted whom we met');
    }
  }

  /** Whether a question is answered; if not its asker is told. Nobody else sees a sign before that is known. */
  async mayAsk(question: Question, reply: ThreadReply): Promise<boolean> {
    const isDirect = question.surface === 'direct' || question.surface === 'global-shortcut';
    const sign = async (): Promise<void> => {
      if (isDirect) return reply.wait(null);
      // Not waited for: the answer is better than this sign.
      void tellInChannel(this.options, question, noticeMessage(CHECKING));
    };
    const refusal = await signWhile(
      this.refusalOf(question),
      isDirect ? reply.signAfterMs : CHECKING_AFTER_MS,
      () => sign().catch((error: unknown) => this.#logNoSign(error, question)),
    );
    if (refusal === undefined) return true;
    if (!isDirect) await reply.withdraw();
    await this.refuse(question, refusal, isDirect ? reply : undefined);
    return false;
  }

  #logNoSign(error: unknown, { key }: Question): void {
    this.options.log.warn({ ...failureDetails(error), key }, 'no sign could be given');
  }

  threadReply(question: Question, replyTs: string | null): ThreadReply {
    const { app, client, outbox, identity, budgets, nowMs, log } = this.options;
    const { key, channelId, threadTs, messageTs, userTeamId, userId } = question;
    return new ThreadReply({
      client,
      outbox,
      answerId: answerIdOf(key),
      channelId,
      threadTs,
      messageTs,
      replyTs,
      streaming: identity.isAgent ? { teamId: userTeamId, userId } : null,
      budgets,
      onPosted: (ts) => {
        try {
          app.events.posted(key, ts);
        } catch (error) {
          // Found again by its mark should it be needed.
          log.warn({ err: error, key }, 'the place of an answer could not be noted');
        }
      },
      nowMs,
      tellPlace: async (message) => void (await tellInChannel(this.options, question, message)),
      finishPrivately: async (messages) => {
        // Nor may what only one person sees be written there.
        const place = { ...question, surface: 'global-shortcut' } as const;
        for (const message of [noticeMessage(BARRED), ...messages])
          await this.tellPrivately(place, message);
      },
    });
  }

  /** Why a question is not answered, for the asker; undefined where it is. */
  async refusalOf(question: Question): Promise<string | undefined> {
    return (await this.denialOf(question)) ?? this.options.answering.limitNotice(question);
  }

  /** Why somebody may not use us where they are, for them; undefined where they may. */
  async denialOf({ userId, userTeamId, channelId, surface }: Deed): Promise<string | undefined> {
    const { config, directory, homeTeams, log } = this.options;
    try {
      const isNamed = !config.slack.guestsMayAsk && surface !== 'step';
      const listed = isNamed
        ? await directory.person(userId, userTeamId)
        : { id: userId, teamId: userTeamId, isGuest: false, isBot: false, isAdmin: false };
      const isOfHome = config.slack.teams.length > 0 || (await homeTeams.has(listed.teamId));
      const person = { ...listed, isOfHome };
      return denialOf({ person, channelId, surface }, config.slack);
    } catch (error) {
      log.warn({ ...failureDetails(error), userId }, 'a person could not be looked up');
      return UNKNOWN_ASKER;
    }
  }

  /** Says why not: in a reply that only the asker sees, or else privately. */
  async refuse(question: Question, notice: string, reply?: Reply): Promise<void> {
    const { log, app, metrics } = this.options;
    const message = noticeMessage(notice);
    await (reply ? reply.finish([message]) : this.tellPrivately(question, message));
    app.events.finish(question.key);
    metrics.answered(question.surface, 'refused', 0);
    log.info({ key: question.key, surface: question.surface }, 'slack question refused');
  }

  /** For one person alone: where they are, or else in our direct messages. */
  tellPrivately(place: TellingPlace, message: SlackMessage): Promise<void> {
    return tellPrivately(this.options, place, message);
  }

  /** Direct messages of an app with the agent experience show that we are at work, and can be stopped. */
  #sessionOf({ surface, channelId, threadTs, userId }: Question): AgentSession | undefined {
    const { identity, budgets } = this.options;
    if (!identity.isAgent || surface !== 'direct' || threadTs === null) return undefined;
    if (!budgets.sessions.take()) return undefined;
    return new AgentSession(this.options, { channelId, threadTs, userId });
  }
}
