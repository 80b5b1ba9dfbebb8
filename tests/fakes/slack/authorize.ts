import type { TokenKind } from './api-method.ts';
import { accessTo } from './method-access.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

export interface Credentials {
  readonly botToken: string;
  readonly appToken: string;
}

type Judged = Pick<World, 'scopes' | 'steps' | 'installation'>;

/** Whether a token may call a method. @throws Refusal when not */
export function authorize(
  world: Judged,
  credentials: Credentials,
  { method, bearer }: { readonly method: string; readonly bearer: string },
): void {
  const { tokens, scopes } = accessTo(method);
  const kind = kindOf(world, credentials, bearer);
  if (!kind) {
    throw new Refusal('invalid_auth');
  }
  if (kind !== 'none' && world.installation.state !== 'installed') {
    const isRevoked = world.installation.state === 'revoked';
    throw new Refusal(isRevoked ? 'token_revoked' : 'account_inactive');
  }
  if (!tokens.includes(kind)) {
    throw new Refusal(kind === 'none' ? 'not_authed' : 'not_allowed_token_type');
  }
  if (scopes.length > 0 && !scopes.some((scope) => world.scopes.has(scope))) {
    throw missingScope(world, scopes.join(','));
  }
}

export const missingScope = ({ scopes }: Pick<World, 'scopes'>, needed: string): Refusal =>
  new Refusal('missing_scope', { needed, provided: [...scopes].join(',') });

/** What Slack says of scopes in every answer. */
export const scopeHeaders = (
  { scopes }: Pick<World, 'scopes'>,
  method: string,
): Record<string, string> => ({
  'x-oauth-scopes': [...scopes].join(','),
  'x-accepted-oauth-scopes': accessTo(method).scopes.join(','),
});

function kindOf(
  { steps }: Judged,
  { botToken, appToken }: Credentials,
  bearer: string,
): TokenKind | undefined {
  switch (bearer) {
    case '':
      return 'none';
    case botToken:
      return 'bot';
    case appToken:
      return 'app';
    default:
      if (bearer.startsWith('xoxe')) {
        return 'configuration';
      }
      return steps.isOpenToken(bearer) ? 'step' : undefined;
  }
}
