import type { Config } from '../../config.ts';
import { toPlainLine } from '../plain-text.ts';
import { Interrupted } from './failure.ts';
import { createProgress } from './progress.ts';
import type { Core, Terminal } from './terminal.ts';

type IngestOptions = NonNullable<Parameters<Core['ingest']>[1]>;
type Estimate = Parameters<NonNullable<IngestOptions['onEstimate']>>[0];
export type IngestSummary = Awaited<ReturnType<Core['ingest']>>;

/** @param price of a million tokens, if known */
function renderEstimate({ model, passages, tokens }: Estimate, price: number | null): string {
  const [texts, used] = [passages, tokens].map((count) => count.toLocaleString('zh-CN'));
  const cost =
    price === null
      ? '设置 YOUJU_EMBEDDING_PRICE 可同时估算费用'
      : `费用约 ${moneyOf((tokens / 1e6) * price)}（每百万个令牌 ${price}）`;
  return `${texts} 个段落要请 ${toPlainLine(model)} 计算向量，约 ${used} 个令牌，${cost}。中断也不会重复计算。`;
}

/** Two figures that count, or all before the point. */
const moneyOf = (amount: number): string =>
  amount < 10 ? amount.toPrecision(2) : amount.toFixed(0);

/** Ingests, showing how far it is; Ctrl-C gives up and leaves the index that was there. */
export async function ingestWithProgress(
  terminal: Terminal,
  config: Config,
  options: { readonly force?: boolean } = {},
): Promise<IngestSummary> {
  const { ingest } = await terminal.loadCore();
  const progress = await createProgress(terminal.stderr);
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  terminal.signals.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await ingest(config, {
      ...options,
      signal: interruption.signal,
      onProgress: progress.show,
      onEstimate: (estimate) =>
        progress.say(renderEstimate(estimate, config.openai.embeddingPrice)),
    });
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    throw new Interrupted('已中断。原有索引没有改动，可以照常使用。', { cause: error });
  } finally {
    terminal.signals.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    progress.stop();
  }
}
