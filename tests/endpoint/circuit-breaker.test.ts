import { describe, expect, test } from 'vitest';
import { type Admission, CircuitBreaker } from '../../src/endpoint/circuit-breaker.ts';

const breaker = (): CircuitBreaker =>
  new CircuitBreaker({ failures: 2, openMs: 100, maxOpenMs: 350 });

function enter(circuit: CircuitBreaker, nowMs: number): Admission {
  const admission = circuit.enter(nowMs);
  if (admission === undefined) throw new Error(`not let through at ${nowMs}`);
  return admission;
}

function opened(): CircuitBreaker {
  const circuit = breaker();
  enter(circuit, 0).failed(0);
  enter(circuit, 0).failed(0);
  return circuit;
}

describe('a circuit breaker', () => {
  test('lets everybody through while failures do not come in a row', () => {
    const circuit = breaker();
    for (let call = 0; call < 5; call += 1) {
      enter(circuit, call).failed(call);
      enter(circuit, call).succeeded();
    }
    expect(circuit.state(5)).toBe('closed');
  });

  test('opens after failures in a row, for a time', () => {
    const circuit = opened();
    expect(circuit.state(99)).toBe('open');
    expect(circuit.enter(99)).toBeUndefined();
    expect(circuit.waitMs(60)).toBe(40);
    expect(circuit.state(100)).toBe('half-open');
    expect(circuit.waitMs(100)).toBe(0);
  });

  test('lets one probe through, and closes when it succeeds', () => {
    const circuit = opened();
    const probe = enter(circuit, 100);
    expect(circuit.enter(100)).toBeUndefined();
    expect(circuit.state(100)).toBe('half-open');
    probe.succeeded();
    expect(circuit.state(101)).toBe('closed');
    enter(circuit, 101);
  });

  test('opens again for longer when a probe fails, up to a limit', () => {
    const circuit = opened();
    let now = 100;
    for (const expected of [200, 350, 350]) {
      enter(circuit, now).failed(now);
      expect(circuit.waitMs(now)).toBe(expected);
      now += expected;
    }
  });

  test('starts short again after it was well', () => {
    const circuit = opened();
    enter(circuit, 100).failed(100);
    enter(circuit, 300).succeeded();
    enter(circuit, 400).failed(400);
    enter(circuit, 400).failed(400);
    expect(circuit.waitMs(400)).toBe(100);
  });

  test('gives the probe to the next one where the person left', () => {
    const circuit = opened();
    enter(circuit, 100).left();
    expect(circuit.state(100)).toBe('half-open');
    enter(circuit, 100);
  });

  test('calls that were under way when it opened neither prolong it nor count as the probe', () => {
    const circuit = breaker();
    const calls = Array.from({ length: 8 }, () => enter(circuit, 0));
    for (const call of calls.slice(0, 6)) call.failed(10);
    expect(circuit.waitMs(10)).toBe(100);
    const probe = enter(circuit, 110);
    calls[6]?.left();
    calls[7]?.failed(111);
    expect(circuit.enter(111)).toBeUndefined();
    probe.failed(120);
    expect(circuit.waitMs(120)).toBe(200);
  });

  test('closes for any call that succeeds after all', () => {
    const circuit = breaker();
    const [slow, ...others] = [enter(circuit, 0), enter(circuit, 0), enter(circuit, 0)];
    for (const call of others) call.failed(10);
    expect(circuit.state(20)).toBe('open');
    slow.succeeded();
    expect(circuit.state(20)).toBe('closed');
  });

  test('saying that it was left changes nothing after its outcome', () => {
    const circuit = opened();
    const probe = enter(circuit, 100);
    probe.failed(100);
    probe.left();
    expect(circuit.state(299)).toBe('open');
  });

  test('stays open as long as the endpoint asks, within the limit', () => {
    const circuit = breaker();
    enter(circuit, 0).failed(0);
    enter(circuit, 0).failed(0, 250);
    expect(circuit.waitMs(0)).toBe(250);
    const other = breaker();
    enter(other, 0).failed(0);
    enter(other, 0).failed(0, 86_400_000);
    expect(other.waitMs(0)).toBe(350);
  });
});
