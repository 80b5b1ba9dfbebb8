import type { TokenKind } from './api-method.ts';

/** Who may call a method. */
export interface MethodAccess {
  readonly tokens: readonly TokenKind[];
  /** Any one of these scopes; none needed when empty. */
  readonly scopes: readonly string[];
}

const CHAT: MethodAccess = { tokens: ['bot', 'step'], scopes: ['chat:write'] };
const OPEN: MethodAccess = { tokens: ['bot', 'step'], scopes: [] };
const HISTORY: MethodAccess = {
  tokens: ['bot'],
  scopes: ['channels:history', 'groups:history', 'im:history'],
};

const ACCESS: Readonly<Record<string, MethodAccess>> = {
  'apps.connections.open': { tokens: ['app'], scopes: [] },
  'apps.manifest.validate': { tokens: ['configuration'], scopes: [] },
  'auth.test': OPEN,
  'auth.teams.list': OPEN,
  'blocks.validate': { tokens: ['none', 'bot', 'step'], scopes: [] },
  'chat.postMessage': CHAT,
  'chat.update': CHAT,
  'chat.delete': CHAT,
  'chat.postEphemeral': CHAT,
  'chat.startStream': CHAT,
  'chat.appendStream': CHAT,
  'chat.stopStream': CHAT,
  'chat.getPermalink': OPEN,
  'chat.unfurl': { tokens: ['bot'], scopes: ['links:write'] },
  'conversations.history': HISTORY,
  'conversations.replies': HISTORY,
  'conversations.info': {
    tokens: ['bot'],
    scopes: ['channels:read', 'groups:read', 'im:read'],
  },
  'conversations.open': { tokens: ['bot'], scopes: ['im:write'] },
  'views.open': OPEN,
  'views.push': OPEN,
  'views.update': OPEN,
  'views.publish': OPEN,
  'files.info': { tokens: ['bot'], scopes: ['files:read'] },
  'files.getUploadURLExternal': { tokens: ['bot'], scopes: ['files:write'] },
  'files.completeUploadExternal': { tokens: ['bot'], scopes: ['files:write'] },
  'users.info': { tokens: ['bot'], scopes: ['users:read'] },
  'agents.sessions.setStatus': { tokens: ['bot'], scopes: ['chat:write'] },
  'agents.sessions.rename': { tokens: ['bot'], scopes: ['chat:write'] },
  'assistant.threads.setStatus': { tokens: ['bot'], scopes: ['chat:write', 'assistant:write'] },
  'assistant.threads.setTitle': { tokens: ['bot'], scopes: ['assistant:write'] },
  'assistant.threads.setSuggestedPrompts': { tokens: ['bot'], scopes: ['assistant:write'] },
  'functions.completeSuccess': OPEN,
  'functions.completeError': OPEN,
  'reactions.add': { tokens: ['bot'], scopes: ['reactions:write'] },
};

export const accessTo = (method: string): MethodAccess =>
  ACCESS[method] ?? { tokens: ['bot', 'app', 'step', 'configuration', 'none'], scopes: [] };
