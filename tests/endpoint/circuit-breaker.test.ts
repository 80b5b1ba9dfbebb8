import { describe, expect, test } from 'vitest';
import { CircuitBreaker } from '../../src/endpoint/circuit-breaker.ts';

const breaker = (): CircuitBreaker =>
  new CircuitBreaker({ failures: 2, openMs: 100, maxOpenMs: 350 });

function opened(): CircuitBreaker {
  const circuit = breaker();
  circuit.failed(0);
  circuit.failed(0);
  return circuit;
}

describe('a circuit breaker', () => {
  test('lets everybody through while failures do not come in a row', () => {
    const circuit = breaker();
    for (let call = 0; call < 5; call += 1) {
      expect(circuit.enter(call)).toBe(true);
      circuit.failed(call);
      expect(circuit.enter(call)).toBe(true);
      circuit.succeeded();
    }
    expect(circuit.state(5)).toBe('closed');
  });

  test('opens after failures in a row, for a time', () => {
    const circuit = opened();
    expect(circuit.state(99)).toBe('open');
    expect(circuit.enter(99)).toBe(false);
    expect(circuit.waitMs(60)).toBe(40);
    expect(circuit.state(100)).toBe('half-open');
    expect(circuit.waitMs(100)).toBe(0);
  });

  test('lets one probe through, and closes when it succeeds', () => {
    const circuit = opened();
    expect(circuit.enter(100)).toBe(true);
    expect(circuit.enter(100)).toBe(false);
    circuit.succeeded();
    expect(circuit.state(101)).toBe('closed');
    expect(circuit.enter(101)).toBe(true);
  });

  test('opens again for longer when a probe fails, up to a limit', () => {
    const circuit = opened();
    let now = 100;
    for (const expected of [200, 350, 350]) {
      expect(circuit.enter(now)).toBe(true);
      circuit.failed(now);
      expect(circuit.waitMs(now)).toBe(expected);
      now += expected;
    }
  });

  test('starts short again after it was well', () => {
    const circuit = opened();
    circuit.enter(100);
    circuit.failed(100);
    circuit.enter(300);
    circuit.succeeded();
    circuit.failed(400);
    circuit.failed(400);
    expect(circuit.waitMs(400)).toBe(100);
  });

  test('gives the probe to the next one where the person left', () => {
    const circuit = opened();
    expect(circuit.enter(100)).toBe(true);
    circuit.abandoned();
    expect(circuit.state(100)).toBe('half-open');
    expect(circuit.enter(100)).toBe(true);
  });

  test('stays open as long as the endpoint asks, within the limit', () => {
    const circuit = breaker();
    circuit.failed(0);
    circuit.failed(0, 250);
    expect(circuit.waitMs(0)).toBe(250);
    const other = breaker();
    other.failed(0);
    other.failed(0, 86_400_000);
    expect(other.waitMs(0)).toBe(350);
  });
});
