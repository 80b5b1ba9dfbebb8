import { type CircuitOptions, defaultCircuitOptions } from './circuit-breaker.ts';
import type { GateOptions } from './gate.ts';
import { ANSWERING, INGESTING } from './retry.ts';

/** How patient a gate is. */
export interface GateSettings extends Pick<GateOptions, 'retry' | 'timeoutMs' | 'tryMs'> {
  readonly circuit: CircuitOptions;
}

/** @param timeoutMs of one answer, tried again where that may help */
export const answering = (timeoutMs: number): GateSettings => ({
  retry: ANSWERING,
  timeoutMs,
  tryMs: timeoutMs,
  circuit: defaultCircuitOptions,
});

/** For a question's vector, without which words are still found. */
export const EMBEDDING_QUESTIONS: GateSettings = answering(2_500);

/** A build would rather wait than lose what it has done; it gives up when nothing helps. */
export const EMBEDDING_PASSAGES: GateSettings = {
  retry: INGESTING,
  timeoutMs: 10 * 60_000,
  tryMs: 60_000,
  circuit: { ...defaultCircuitOptions, failures: Number.POSITIVE_INFINITY },
};
