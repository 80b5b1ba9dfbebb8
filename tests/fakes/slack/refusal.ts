import type { Fields } from './fields.ts';

/** Slack says no: `{ok: false, error: code, …more}`. Everything else thrown in a method is a defect of the fake. */
export class Refusal extends Error {
  readonly code: string;
  readonly more: Fields;

  constructor(code: string, more: Fields = {}) {
    super(`Slack refused: ${code} ${JSON.stringify(more)}`);
    this.name = 'Refusal';
    this.code = code;
    this.more = more;
  }
}

/** The same with lines of explanation, where Slack puts them. */
export const refusalWithMessages = (code: string, messages: readonly string[]): Refusal =>
  new Refusal(code, { response_metadata: { messages } });
