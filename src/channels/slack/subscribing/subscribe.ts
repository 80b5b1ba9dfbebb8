import type { App, Subscribed, Subscription } from '../../../app.ts';
import { authorOf, type Question } from '../intake/question.ts';
import { subscribedWords } from '../render/subscribe-modal.ts';
import { receiverIn, receiverName } from './receiver.ts';

/** Who asks to be told, and who is: themselves or the channel they are in. */
export interface Subscriber {
  readonly author: string;
  readonly receiver: string;
}

type Asking = Pick<Question, 'teamId' | 'userId' | 'channelId'>;

/** @param isForChannel the channel is told instead of the person */
export function subscriberOf(asking: Asking, isForChannel: boolean): Subscriber {
  const author = authorOf(asking);
  const { teamId, channelId } = asking;
  const isOne = !isForChannel || channelId.startsWith('D');
  return { author, receiver: isOne ? author : receiverName({ teamId, id: channelId }) };
}

const whom = ({ receiver }: Pick<Subscriber, 'receiver'>): string =>
  receiverIn(receiver).isPerson ? '您' : '本频道';

const UNKNOWN =
  '文件库里没有叫这个名字的文件、地方或指标。请写文件的全名或简称、地名（如“淄川区”）或指标名（如“常住人口城镇化率”）。';

/** Subscribes to what a text names, and says so. */
export function subscribe(app: App, subscriber: Subscriber, text: string): string {
  const subscribed = app.subscribable(text);
  return subscribed ? subscribeTo(app, subscriber, [subscribed]) : `没有订阅“${text}”：${UNKNOWN}`;
}

/** Subscribes, once to each, and says so. */
export function subscribeTo(
  app: App,
  subscriber: Subscriber,
  wanted: readonly Subscribed[],
): string {
  const isNew = wanted.map((one) =>
    app.subscriptions.add({ ...subscriber, ...one }, app.generation()),
  );
  const added = wanted.filter((_one, at) => isNew[at]).map(subscribedWords);
  const known = wanted.filter((_one, at) => !isNew[at]).map(subscribedWords);
  const when = `有新版、有改动或新收录时会告诉${whom(subscriber)}，每天最多一次。`;
  return [
    ...(added.length > 0 ? [`已订阅${added.join('、')}。${when}`] : []),
    ...(known.length > 0 ? [`${known.join('、')}已经订阅过了。`] : []),
    '发“订阅”查看，发“退订”加名称结束。',
  ].join('\n');
}

export function subscriptionsSaid(app: App, { receiver }: Subscriber): string {
  const kept = app.subscriptions.of(receiver);
  const who = whom({ receiver });
  if (kept.length === 0)
    return `${who}还没有订阅。发“订阅 淄川区”这样的话，那里的文件有变化时就告诉${who}；也可以写文件名或指标名。`;
  const listed = kept.map((one) => `• ${subscribedWords(one)}`).join('\n');
  return `${who}订阅了：\n${listed}\n发“退订”加名称结束，或发“全部退订”。`;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/** Ends those of that name; all where none is given. */
export function unsubscribe(app: App, { receiver }: Subscriber, text: string | null): string {
  const kept = app.subscriptions.of(receiver);
  const isMeant = ({ name, label }: Subscription): boolean =>
    text === null || [name, label].some((one) => bare(one) === bare(text));
  const named = kept.filter(isMeant);
  const short = app.subscribable(text ?? '');
  const meant = named.length > 0 || !short ? named : kept.filter(({ name }) => name === short.name);
  const ended = meant.flatMap(({ id }) => app.subscriptions.end(id, receiver) ?? []);
  if (ended.length === 0)
    return text === null
      ? `${whom({ receiver })}没有订阅什么。`
      : `${whom({ receiver })}没有订阅“${text}”。发“订阅”查看现有的订阅。`;
  return `已退订${ended.map(subscribedWords).join('、')}。`;
}
