import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { YoujuError } from '../../errors.ts';
import type { Service } from '../operations/operation.ts';
import { TOOLS, toolList } from './tools.ts';
import type { Turns } from './turns.ts';

export interface McpLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface McpParts extends Service {
  readonly turns: Turns;
  readonly log: McpLog;
}

const INSTRUCTIONS =
  '有据按政府规划和计划文件的原文回答问题，每一句都带逐字引用、章节、页码和链接。' +
  '先用 ask；要更多原文用 search 和 passages；自己写的句子请用 prove 核对后再说。' +
  '文件没有写的，有据会说没有找到，请不要替它补上。';

/** Whoever comes when so many wait is told to come again. */
const MOST_WAITING = 2_000;

/** One connection of another assistant. Its tools are the operations of the web service, over what `app` shows. */
export function createMcpServer(parts: McpParts): Server {
  const server = new Server(
    { name: 'youju', title: '有据', version: '1' },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolList() }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) =>
    callTool(parts, params.name, params.arguments ?? {}, signal),
  );
  return server;
}

async function callTool(
  { app, publicUrl, turns, log }: McpParts,
  name: string,
  given: unknown,
  signal: AbortSignal,
): Promise<CallToolResult> {
  const operation = TOOLS.get(name);
  if (!operation) return failed(`没有 ${name} 这个工具。现有：${[...TOOLS.keys()].join('、')}。`);
  if (turns.waiting >= MOST_WAITING) return failed('同时来的请求太多，请稍等一会儿再试。');
  try {
    const result = await turns.take(async () => {
      signal.throwIfAborted();
      return operation.run({ app, publicUrl }, given, signal);
    });
    return {
      content: [{ type: 'text', text: JSON.stringify(result) }],
      structuredContent: { ...result },
    };
  } catch (error) {
    if (signal.aborted) return failed('请求已取消。');
    if (error instanceof YoujuError) return failed(error.message);
    log.error({ err: error, tool: name }, 'a tool failed');
    return failed('出了意外，问题已经记下。请稍后再试。');
  }
}

const failed = (text: string): CallToolResult => ({
  content: [{ type: 'text', text }],
  isError: true,
});
