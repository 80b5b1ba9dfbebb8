import type { Fields } from './fields.ts';

/** Something that the real Slack refuses or shows wrongly. A test asserts that there are none. */
export interface Violation {
  /** Slack's error code, or our own word where Slack answers ok and people see it go wrong. */
  readonly code: string;
  /** Web API method, or `response_url`, `slash ack`, `view ack`. */
  readonly where: string;
  readonly details: readonly string[];
  readonly args: Fields;
}

export const describeViolation = ({ code, where, details }: Violation): string =>
  `${where}: ${code}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
