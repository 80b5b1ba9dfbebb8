import { YoujuError } from '../errors.ts';

/** Every way an endpoint fails, with what the person is told. */
const MESSAGES = {
  unreachable: '连不上模型接口，请检查网络和 OPENAI_BASE_URL',
  unauthorised: '模型接口不接受密钥，请检查 OPENAI_API_KEY',
  forbidden: '模型接口拒绝访问，请检查这个密钥的权限',
  'no-such-model': '模型接口没有这个模型或地址，请检查模型名称和 OPENAI_BASE_URL',
  refused: '模型接口不接受这个请求，请检查模型名称，或换一个模型',
  'rate-limited': '模型接口限制了请求次数或额度，请稍后再试',
  overloaded: '模型接口出错或过载，请稍后再试',
  malformed: '模型接口的回答看不懂，请检查 OPENAI_BASE_URL 是否指向兼容 OpenAI 的接口',
  'broken-off': '模型接口的回答中途断了，请稍后再试',
  'too-long': '模型接口的回答过长，没有读完',
  'timed-out': '模型接口没有在时限内答完，请稍后再试',
  'other-dimensions': '向量模型给出的维数与索引不同，请运行 npm run ingest -- --force 重建索引',
  'budget-spent': '今天的模型用量已到上限（YOUJU_MODEL_TOKENS_PER_DAY），明天恢复',
  'budget-unknown': '模型用量记不下来，暂时不用模型，请检查状态目录',
  'circuit-open': '模型接口接连出错，暂停使用，稍后自动重试',
} as const;

export type EndpointFailure = keyof typeof MESSAGES;

export interface EndpointErrorDetails {
  /** Said in brackets, e.g. the HTTP status; never a word of the endpoint's own. */
  readonly detail?: string;
  /** How long the endpoint wants to be left alone. */
  readonly retryAfterMs?: number;
}

/** Holds neither a key nor what was asked: it has no cause, for what the client threw may hold both. */
export class EndpointError extends YoujuError {
  readonly kind: EndpointFailure;
  readonly retryAfterMs: number | undefined;

  constructor(kind: EndpointFailure, { detail, retryAfterMs }: EndpointErrorDetails = {}) {
    super('ENDPOINT_FAILED', `${MESSAGES[kind]}${detail === undefined ? '' : `（${detail}）`}。`);
    this.name = 'EndpointError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
