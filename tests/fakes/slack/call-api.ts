import type { FakeSlack } from './fake-slack.ts';
import { type Fields, fieldsIn, listIn } from './fields.ts';

/** A call as the app's client makes it: a form, objects in it as JSON. @returns the whole answer */
export async function callApi(
  slack: FakeSlack,
  method: string,
  args: Fields = {},
  token: string = slack.botToken,
): Promise<Fields> {
  const form = Object.entries(args).map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
  });
  return fieldsIn(await response.json());
}

/** What Slack explains of a refusal, in one text. */
export const explanation = (answer: Fields): string =>
  listIn(fieldsIn(answer.response_metadata).messages).map(String).join('\n');

export const section = (text: string): Fields => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
});

export const plainText = (text: string): Fields => ({ type: 'plain_text', text });

export const button = (more: Fields = {}): Fields => ({
  type: 'button',
  text: plainText('查看原文'),
  action_id: 'source',
  ...more,
});

export const actions = (...elements: readonly Fields[]): Fields => ({ type: 'actions', elements });
