import { YoujuError } from '../../../errors.ts';
import type { Logger } from '../../../log.ts';

/** Without one of these some question is not heard, not answered, or answered twice. */
const NEEDED = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'im:write',
];
const TELLS_GUESTS = 'users:read';

/** What each of the others costs where it is missing. */
const COSTS: Readonly<Record<string, string>> = {
  [TELLS_GUESTS]: 'admins of the workspace have no switches in App Home',
  'channels:read': 'nobody is greeted where it is added to a channel',
  'files:read': 'files that people drop are not read',
  'files:write': 'conversations cannot be taken along as a Word file',
  'links:read': 'links to our pages show no preview',
  'links:write': 'links to our pages show no preview',
};

export interface ScopeSetting {
  readonly guestsMayAsk: boolean;
  readonly log: Logger;
}

/** Throws SLACK_REFUSED where questions would break; what costs less is logged. */
export function checkScopes(granted: readonly string[], { guestsMayAsk, log }: ScopeSetting): void {
  const isMissing = (scope: string): boolean => !granted.includes(scope);
  const needed = guestsMayAsk ? NEEDED : [...NEEDED, TELLS_GUESTS];
  const missing = needed.filter(isMissing);
  if (missing.length > 0) {
    const advice = '请在 OAuth & Permissions 页加上后重新安装应用';
    throw new YoujuError('SLACK_REFUSED', `Slack 应用缺少权限 ${missing.join('、')}。${advice}。`);
  }
  for (const [scope, cost] of Object.entries(COSTS))
    if (isMissing(scope)) log.warn({ scope, cost }, 'the Slack app lacks a scope');
}
