import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import { reasonOf } from '../delivery/failure-reason.ts';
import { checkScopes, type ScopeSetting } from './scopes.ts';

/** Who we are in the workspace. */
export interface Identity {
  readonly teamId: string;
  /** The organisation that installed the app for all its workspaces; null where one workspace did. */
  readonly enterpriseId: string | null;
  readonly botUserId: string;
  readonly botId: string;
  /** Whether the app has the agent experience. */
  readonly isAgent: boolean;
}

const AGENT_SCOPE = 'assistant:write';

const identitySchema = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().default(false),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** What Slack says of a token that is no good, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth: '令牌无效',
  not_authed: '令牌无效',
  token_revoked: '令牌已被撤销',
  token_expired: '令牌已过期',
  account_inactive: '应用已从工作区卸载',
  not_allowed_token_type: '令牌种类不对',
  missing_scope: '令牌缺少权限',
  team_disabled: '工作区已停用',
  org_login_required: '工作区正在迁移',
};

const WHERE = {
  SLACK_BOT_TOKEN:
    '请在应用设置的 OAuth & Permissions 页重新安装应用，复制 xoxb- 开头的 Bot User OAuth Token',
  SLACK_APP_TOKEN:
    '请在应用设置的 Basic Information 页新建 App-Level Token（权限 connections:write），复制 xapp- 开头的令牌',
} as const;

/** SLACK_REFUSED where Slack will never take the token; undefined where trying again may help. */
export function refusalOf(error: unknown, name: keyof typeof WHERE): YoujuError | undefined {
  const said = REFUSALS[reasonOf(error)];
  if (said === undefined) return undefined;
  return new YoujuError('SLACK_REFUSED', `Slack 不接受 ${name}：${said}。${WHERE[name]}。`, {
    cause: error,
  });
}

/** Asks Slack who we are. Throws SLACK_REFUSED for a token or scopes that will never do, anything else may pass. */
export async function signIn(client: webApi.WebClient, setting: ScopeSetting): Promise<Identity> {
  let said: webApi.AuthTestResponse;
  try {
    said = await client.auth.test();
  } catch (error) {
    throw refusalOf(error, 'SLACK_BOT_TOKEN') ?? error;
  }
  const known = identitySchema.parse(said);
  const scopes = known.response_metadata?.scopes;
  if (scopes) checkScopes(scopes, setting);
  const isAgent = scopes?.includes(AGENT_SCOPE) === true;
  return {
    teamId: known.team_id,
    enterpriseId: known.is_enterprise_install ? (known.enterprise_id ?? known.team_id) : null,
    botUserId: known.user_id,
    botId: known.bot_id,
    isAgent,
  };
}
