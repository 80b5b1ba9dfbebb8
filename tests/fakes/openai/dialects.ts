import type { Abilities } from './fake-openai.ts';
import type { Manners } from './send-chat.ts';

/** How an endpoint differs from OpenAI's own, by its public documentation. */
export interface EndpointDialect {
  readonly name: string;
  readonly abilities?: Partial<Abilities>;
  readonly manners?: Partial<Manners>;
  /** How answers of a form come to be asked for. */
  readonly form: 'json_schema' | 'json_object' | 'text';
  readonly tellsUsage: boolean;
  readonly thinks?: boolean;
}

const chinese = (code: string, message: string) => ({ error: { code, message } });

export const DIALECTS: readonly EndpointDialect[] = [
  { name: 'OpenAI', form: 'json_schema', tellsUsage: true },
  {
    name: 'OpenAI, a model that reasons',
    abilities: { tokenLimit: 'max_completion_tokens', temperature: false },
    form: 'json_schema',
    tellsUsage: true,
  },
  {
    name: 'DeepSeek',
    abilities: { jsonSchema: false },
    manners: {
      keepsAlive: true,
      refusesWith: () => ({
        error: {
          message: 'This response_format type is unavailable now',
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_request_error',
        },
      }),
    },
    form: 'json_object',
    tellsUsage: true,
  },
  {
    name: 'DeepSeek, a model that reasons',
    abilities: { jsonSchema: false, temperature: true },
    manners: { thinksIn: 'reasoning_content', keepsAlive: true },
    form: 'json_object',
    tellsUsage: true,
    thinks: true,
  },
  {
    name: 'Qwen (DashScope)',
    abilities: { jsonSchema: false },
    manners: { isFenced: true },
    form: 'json_object',
    tellsUsage: true,
  },
  {
    name: 'Qwen (DashScope), thinking',
    abilities: { jsonSchema: false, jsonObject: false },
    manners: {
      thinksIn: 'reasoning_content',
      refusesWith: () => ({
        error: {
          message:
            '<400> InternalError.Algo.InvalidParameter: Json mode response is not supported when enable_thinking is true (response_format)',
          type: 'invalid_request_error',
          code: 'invalid_parameter_error',
        },
      }),
    },
    form: 'text',
    tellsUsage: true,
    thinks: true,
  },
  {
    name: 'Kimi',
    abilities: { jsonSchema: false, temperature: false },
    manners: { usage: 'in-choice' },
    form: 'json_object',
    tellsUsage: true,
  },
  {
    name: 'GLM',
    abilities: { jsonSchema: false },
    manners: {
      usage: 'with-last',
      thinksIn: 'reasoning_content',
      refusesWith: (message) => chinese('1210', `API 调用参数有误，请检查文档。${message}`),
    },
    form: 'json_object',
    tellsUsage: true,
    thinks: true,
  },
  {
    name: 'GLM, a refusal that names nothing',
    abilities: { jsonSchema: false, jsonObject: false },
    manners: {
      usage: 'with-last',
      refusesWith: () => chinese('1210', 'API 调用参数有误，请检查文档。'),
    },
    form: 'text',
    tellsUsage: true,
  },
  {
    name: 'vLLM',
    manners: {
      thinksIn: 'reasoning',
      refusesWith: (message, code) => ({
        object: 'error',
        message,
        type: 'BadRequestError',
        param: null,
        code,
      }),
    },
    form: 'json_schema',
    tellsUsage: true,
    thinks: true,
  },
  {
    name: 'vLLM, without guided decoding',
    abilities: { jsonSchema: false },
    manners: {
      refusesWith: (message, code) => ({
        object: 'error',
        message,
        type: 'BadRequestError',
        param: null,
        code,
      }),
    },
    form: 'json_object',
    tellsUsage: true,
  },
  {
    name: 'Ollama',
    manners: { thinksIn: '<think>' },
    form: 'json_schema',
    tellsUsage: true,
    thinks: true,
  },
  {
    name: 'llama.cpp server',
    abilities: { streamUsage: true },
    manners: {
      usage: 'with-last',
      thinksIn: 'reasoning_content',
      refusesWith: (message, code) => ({ error: { code, message, type: 'invalid_request_error' } }),
    },
    form: 'json_schema',
    tellsUsage: true,
    thinks: true,
  },
  {
    name: 'LM Studio',
    abilities: { jsonObject: false },
    manners: {
      usage: 'never',
      isFenced: true,
      refusesWith: (message) => ({ error: message }),
    },
    form: 'json_schema',
    tellsUsage: false,
  },
];
