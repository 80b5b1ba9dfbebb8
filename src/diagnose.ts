import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { namingNothing } from './access/access-rules.ts';
import { loadAccess } from './access/load-access.ts';
import { loadSeeds } from './catalogue/catalogue.ts';
import { hasEditors } from './config/web-config.ts';
import { type Config, isOpenToNetwork } from './config.ts';
import { openConversationStore } from './conversation/conversation-store.ts';
import { answering } from './endpoint/gate-settings.ts';
import { timeLimit } from './endpoint/time-limit.ts';
import { TokenBudget } from './endpoint/token-budget.ts';
import { YoujuError } from './errors.ts';
import { openIndex } from './indexing/open-index.ts';
import type { DocumentInfo, Refusal } from './model.ts';
import { openEmbedding } from './models.ts';
import { KeptTokenLedger } from './state/token-ledger.ts';

export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly value: string;
  /** What to do where it is not ok. */
  readonly advice?: string;
}

/** What is configured, what is missing, and how to mend it. Asks a model that is set one tiny thing. */
export async function diagnose(config: Config): Promise<Finding[]> {
  return [
    {
      name: '运行环境',
      ok: true,
      value: `Node.js ${process.version}（${process.platform} ${process.arch}）`,
    },
    await seedsFinding(config),
    ...(await indexFindings(config)),
    await folderFinding('索引目录', config.indexDir),
    await folderFinding('状态目录', config.stateDir),
    conversationsFinding(config),
    { name: '网页地址', ok: true, value: `http://${config.host}:${config.port}` },
    signInFinding(config),
    editingFinding(config),
    { name: '链接前缀', ok: true, value: config.publicUrl },
    { name: '日志级别', ok: true, value: config.logLevel },
    await chatFinding(config),
    await embeddingsFinding(config),
    slackFinding(config),
    assistantsFinding(config),
  ];
}

function assistantsFinding({ mcp, web, slack }: Config): Finding {
  const signIns = [
    ...(mcp.token === null ? [] : ['YOUJU_MCP_TOKEN']),
    ...(web.authHeader === null ? [] : ['统一登录']),
    ...(slack.signingSecret === null ? [] : ['Slack 身份']),
  ];
  const served = `在 /mcp，${signIns.length > 0 ? `凭${signIns.join('、')}` : '不用登录'}`;
  const value = mcp.isServed ? served : '未对外开放（设 YOUJU_MCP=true 开放）';
  return { name: '其他助手', ok: true, value };
}

const failed = (name: string, error: unknown): Finding => {
  if (!(error instanceof YoujuError)) throw error;
  return { name, ok: false, value: error.code, advice: error.message };
};

async function seedsFinding({ seedsDir }: Config): Promise<Finding> {
  try {
    const { seeds } = await loadSeeds(seedsDir);
    return { name: '计划文件', ok: true, value: `${seeds.length} 个（${seedsDir}）` };
  } catch (error) {
    return failed('计划文件', error);
  }
}

async function indexFindings(config: Config): Promise<Finding[]> {
  const { indexDir, seedsDir, openai } = config;
  try {
    const remote = await openEmbedding(openai, PROBING);
    const embedding = remote && (() => remote.method);
    const index = await openIndex({ indexDir, seedsDir, embedding });
    const { counts, builtAt, embedder } = index.manifest;
    index.close();
    return [
      {
        name: '索引',
        ok: true,
        value: `${counts.documents} 份文件，${counts.passages} 段，${builtAt} 建成，向量 ${embedder}`,
      },
      ...refusalFindings(index.manifest.refused),
      ...warningFindings(index.manifest.warnings),
      accessFinding(config, index.documents),
    ];
  } catch (error) {
    return [failed('索引', error)];
  }
}

/** Who may see which documents; a document that a rule misnames is open to all. */
function accessFinding({ accessFile }: Config, documents: readonly DocumentInfo[]): Finding {
  const name = '文件权限';
  if (accessFile === null) return { name, ok: true, value: '能提问的人都能看全部文件' };
  try {
    const rules = loadAccess(accessFile);
    const slips = namingNothing(rules, documents);
    const value = `${rules.length} 条规则（${accessFile}）`;
    if (slips.length === 0) return { name, ok: true, value };
    const advice = `规则里的 ${slips.join('、')} 没有对应的文件，请核对编号和地方。`;
    return { name, ok: false, value, advice };
  } catch (error) {
    return failed(name, error);
  }
}

/** How many files are named at most. */
const NAMED_FILES = 10;

function refusalFindings(refused: readonly Refusal[]): Finding[] {
  const named = refused.slice(0, NAMED_FILES).map(({ file, code, message, keptAs }) => ({
    name: '没有读的文件',
    ok: false,
    value: `${file}（${code}）${keptAs === null ? '' : `，仍用原来读到的 ${keptAs}`}`,
    advice: message,
  }));
  const more = refused.length - named.length;
  if (more <= 0) return named;
  const advice = '运行 youju ingest 可看到全部。';
  return [...named, { name: '没有读的文件', ok: false, value: `另有 ${more} 个`, advice }];
}

const warningFindings = (warnings: Readonly<Record<string, readonly string[]>>): Finding[] =>
  Object.entries(warnings)
    .slice(0, NAMED_FILES)
    .map(([file, said]) => ({
      name: '没有读全的文件',
      ok: true,
      value: `${file}：${said.join('')}`,
    }));

function conversationsFinding({ stateDir, conversationDays }: Config): Finding {
  const store = openConversationStore({
    stateDir,
    retentionDays: conversationDays,
    now: () => new Date(),
  });
  try {
    const value = `最后一问之后保留 ${conversationDays} 天，现有 ${store.count()} 段`;
    return { name: '对话记录', ok: true, value };
  } catch (error) {
    return failed('对话记录', error);
  } finally {
    store.close();
  }
}

async function folderFinding(name: string, folder: string): Promise<Finding> {
  try {
    if (!existsSync(folder)) await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return { name, ok: true, value: folder };
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '未知原因';
    return {
      name,
      ok: false,
      value: `${folder} 不能写（${reason}）`,
      advice: '请检查这个目录的权限和磁盘空间。',
    };
  }
}

function signInFinding(config: Config): Finding {
  const { authHeader, password, trustedProxies } = config.web;
  const value =
    authHeader !== null
      ? `由代理登录（请求头 ${authHeader}，信任 ${trustedProxies.join('、')}）`
      : password !== null
        ? '共用密码'
        : '不用登录';
  if (!isOpenToNetwork(config)) return { name: '登录', ok: true, value };
  const advice = '其他机器也能打开网页：请设置 YOUJU_PASSWORD 或 YOUJU_AUTH_HEADER。';
  return { name: '登录', ok: false, value, advice };
}

function editingFinding({ web }: Config): Finding {
  const { editors, editorPassword, authHeader } = web;
  const name = '网页编辑';
  if (!hasEditors(web)) return { name, ok: true, value: '未开启，网页上不能加入文件' };
  if (editorPassword !== null) return { name, ok: true, value: '用编辑密码进入 /edit' };
  const value = editors.join('、');
  if (authHeader !== null) return { name, ok: true, value };
  const advice = '没有代理说明来人是谁：请设置 YOUJU_AUTH_HEADER，或改用 YOUJU_EDITOR_PASSWORD。';
  return { name, ok: false, value, advice };
}

const PROBE_MS = 15_000;
/** One try, and not for long. */
const PROBING = { ...answering(PROBE_MS), retry: { retries: 0, baseMs: 0, maxMs: 0 } };

const FORMS = { json_schema: 'JSON Schema', json_object: 'JSON 模式', text: '只有文本' } as const;

async function chatFinding({ openai, stateDir }: Config): Promise<Finding> {
  const name = '语言模型';
  const { chatModel, tokensPerDay } = openai;
  if (chatModel === null) return { name, ok: true, value: '未配置，离线作答，不连外网' };
  const ledger = new KeptTokenLedger(stateDir);
  try {
    const { OpenAiChat } = await import('./endpoint/openai-chat.ts');
    const { probeChat } = await import('./endpoint/probe-chat.ts');
    const { ms, form, isStream, tellsUsage, thinks } = await probeChat(
      new OpenAiChat(openai, chatModel),
      () => performance.now(),
      timeLimit(PROBE_MS),
    );
    const used = new TokenBudget(tokensPerDay, ledger, () => new Date()).usedToday();
    const can = [
      `${Math.round(ms)} 毫秒`,
      isStream ? '流式' : '不流式',
      FORMS[form],
      tellsUsage ? '报用量' : '不报用量，按字数估计',
      ...(thinks ? ['先思考再作答，较慢、较费令牌'] : []),
    ].join('，');
    const value = `${chatModel}（${whereabouts(openai.baseUrl)}）：${can}；今天用了 ${used} 个令牌，上限 ${tokensPerDay}`;
    return { name, ok: true, value };
  } catch (error) {
    return failed(name, error);
  } finally {
    ledger.close();
  }
}

const LOCAL =
  /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|[^.]+\.local)$/iu;

/** Whether what is asked leaves the house. */
const whereabouts = (baseUrl: string | null): string =>
  baseUrl !== null && LOCAL.test(new URL(baseUrl).hostname)
    ? '本机或内网，内容不外传'
    : '外部接口，问题和所引原文会发给它';

async function embeddingsFinding({ openai }: Config): Promise<Finding> {
  const name = '向量模型';
  const remote = await openEmbedding(openai, PROBING);
  if (remote === undefined) return { name, ok: true, value: '未配置，用随程序附带的词向量' };
  try {
    const startedMs = performance.now();
    const { embedder } = await remote.method.create();
    const ms = Math.round(performance.now() - startedMs);
    return {
      name,
      ok: true,
      value: `${openai.embeddingModel}：${ms} 毫秒，${embedder.dimensions} 维`,
    };
  } catch (error) {
    return failed(name, error);
  }
}

/** Opens nothing to the outside: whether Slack takes the tokens shows when serving. */
function slackFinding({ slack }: Config): Finding {
  const ways = {
    socket: 'Socket Mode，不需要公网地址',
    http: '签名的 HTTP 请求，地址 /slack/events',
  };
  const value = slack.transport === null ? '未配置' : `已配置（${ways[slack.transport]}）`;
  return { name: 'Slack', ok: true, value };
}
