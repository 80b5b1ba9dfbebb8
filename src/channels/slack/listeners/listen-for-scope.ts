import type { BlockAction, App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import { personIn } from '../intake/viewer-of.ts';
import { clearTopic, narrowScope, widenScope } from '../render/actions.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { type Pressed, pressedIn, writtenValue } from './pressed.ts';

/** 「只查本文件」「全部文件」「清除」 under an answer: what the thread is about from now on. */
export function listenForScope(bolt: BoltApp, desk: Desk): void {
  const { app } = desk.options;
  const settle = async (
    body: BlockAction,
    work: (pressed: Pressed) => Promise<string> | string,
  ) => {
    const pressed = pressedIn(body);
    if (pressed) await desk.tellPrivately(pressed, noticeMessage(await work(pressed)));
  };

  bolt.action<BlockAction>(narrowScope.pattern, async ({ ack, body, action }) => {
    await ack();
    const { documentId } = narrowScope.read(writtenValue(action));
    await settle(body, ({ conversation, userId, channelId }) => {
      const seen = app.seenBy(personIn(userId, channelId));
      const { title } = seen.document(documentId).document.info;
      app.settings.setScope(conversation, [documentId]);
      return `好的，这个话题接下来只查“${title}”。`;
    });
  });
  bolt.action<BlockAction>(widenScope.pattern, async ({ ack, body }) => {
    await ack();
    await settle(body, ({ conversation }) => {
      app.settings.setScope(conversation, []);
      return '好的，这个话题接下来查全部文件。';
    });
  });
  bolt.action<BlockAction>(clearTopic.pattern, async ({ ack, body }) => {
    await ack();
    await settle(body, async ({ conversation, channelId }) => {
      app.settings.setScope(conversation, null);
      await app.forget(conversation);
      const isChosen = app.settings.choiceOf(channelId).documentIds.length > 0;
      return `已清除：下一问不再沿用前文，并查${isChosen ? '本频道的默认文件' : '全部文件'}。`;
    });
  });
}
