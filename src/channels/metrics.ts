import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricsState {
  readonly running: number;
  readonly waiting: number;
  readonly isConnected: boolean;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

/** What Prometheus reads at /metrics; no label tells who asked what. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #answers: Counter<'surface' | 'outcome'>;
  readonly #seconds: Histogram<'surface'>;
  readonly #signs: Counter<'surface'>;
  readonly #failures: Counter<'method' | 'reason'>;
  readonly #repeats: Counter;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry, prefix: 'youju_' });
    this.#answers = new Counter({
      name: 'youju_slack_questions_total',
      help: 'Questions asked in Slack that came to an end',
      labelNames: ['surface', 'outcome'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'youju_slack_answer_seconds',
      help: 'From the acceptance of a question to its delivered answer',
      labelNames: ['surface'],
      buckets: SECONDS,
      registers,
    });
    this.#signs = new Counter({
      name: 'youju_slack_signs_total',
      help: 'Answers that took long enough for a sign before them',
      labelNames: ['surface'],
      registers,
    });
    this.#failures = new Counter({
      name: 'youju_slack_call_failures_total',
      help: 'Calls to Slack that failed, each attempt for itself',
      labelNames: ['method', 'reason'],
      registers,
    });
    this.#repeats = new Counter({
      name: 'youju_slack_repeated_events_total',
      help: 'Events of questions that were accepted before',
      registers,
    });
  }

  answered(surface: string, outcome: string, seconds: number): void {
    this.#answers.inc({ surface, outcome });
    this.#seconds.observe({ surface }, seconds);
  }

  signed(surface: string): void {
    this.#signs.inc({ surface });
  }

  callFailed(method: string, reason: string): void {
    this.#failures.inc({ method, reason });
  }

  repeated(): void {
    this.#repeats.inc();
  }

  /** Read each time somebody looks. */
  watch(state: () => MetricsState): void {
    const gauges = {
      running: 'Questions being answered',
      waiting: 'Questions waiting in line',
      isConnected: '1 while events of Slack can arrive',
    } as const;
    const names = { running: 'running', waiting: 'waiting', isConnected: 'connected' } as const;
    for (const key of ['running', 'waiting', 'isConnected'] as const)
      new Gauge({
        name: `youju_slack_${names[key]}`,
        help: gauges[key],
        registers: [this.#registry],
        collect() {
          this.set(Number(state()[key]));
        },
      });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
