import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { loadSeeds } from './catalogue/catalogue.ts';
import { type Config, isOpenToNetwork } from './config.ts';
import { openConversationStore } from './conversation/conversation-store.ts';
import { YoujuError } from './errors.ts';
import { openIndex } from './indexing/open-index.ts';

export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly value: string;
  /** What to do where it is not ok. */
  readonly advice?: string;
}

/** What is configured, what is missing, and how to mend it. Opens nothing to the outside. */
export async function diagnose(config: Config): Promise<Finding[]> {
  return [
    {
      name: '运行环境',
      ok: true,
      value: `Node.js ${process.version}（${process.platform} ${process.arch}）`,
    },
    await seedsFinding(config),
    await indexFinding(config),
    await folderFinding('索引目录', config.indexDir),
    await folderFinding('状态目录', config.stateDir),
    conversationsFinding(config),
    { name: '网页地址', ok: true, value: `http://${config.host}:${config.port}` },
    signInFinding(config),
    { name: '链接前缀', ok: true, value: config.publicUrl },
    { name: '日志级别', ok: true, value: config.logLevel },
    modelFinding(config),
    slackFinding(config),
  ];
}

const failed = (name: string, error: unknown): Finding => {
  if (!(error instanceof YoujuError)) throw error;
  return { name, ok: false, value: error.code, advice: error.message };
};

async function seedsFinding({ seedsDir }: Config): Promise<Finding> {
  try {
    const seeds = await loadSeeds(seedsDir);
    return { name: '计划文件', ok: true, value: `${seeds.length} 份（${seedsDir}）` };
  } catch (error) {
    return failed('计划文件', error);
  }
}

async function indexFinding({ indexDir, seedsDir }: Config): Promise<Finding> {
  try {
    const index = await openIndex({ indexDir, seedsDir });
    const { counts, builtAt, embedder } = index.manifest;
    index.close();
    return {
      name: '索引',
      ok: true,
      value: `${counts.passages} 段，${builtAt} 建成，向量 ${embedder}`,
    };
  } catch (error) {
    return failed('索引', error);
  }
}

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

function modelFinding({ openai }: Config): Finding {
  const isSet = openai.chatModel !== null || openai.embeddingModel !== null;
  const value = isSet ? '已设置，但本版本还不使用模型，答案都来自原文' : '未配置，离线作答';
  return { name: '语言模型', ok: true, value };
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
