/** Puts the gradient at `point` into `gradient`, and gives the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  readonly maxSteps: number;
  /** Ends where no part of the gradient is longer. */
  readonly tolerance: number;
  /** Earlier steps that shape the next one. */
  readonly memory: number;
}

export const defaultMinimiseOptions: MinimiseOptions = {
  maxSteps: 300,
  tolerance: 1e-6,
  memory: 10,
};

interface Step {
  /** From one point to the next, and how the gradient changed by it. */
  readonly moved: Float64Array;
  readonly turned: Float64Array;
}

/** Where a smooth function is least: L-BFGS with a line search that keeps Wolfe's conditions. The same input gives the same point. */
export function minimise(
  objective: Objective,
  start: Float64Array,
  options = defaultMinimiseOptions,
): Float64Array {
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let count = 0; count < options.maxSteps; count += 1) {
    if (gradient.every((part) => Math.abs(part) <= options.tolerance)) break;
    const direction = descent(gradient, steps);
    const next = searchAlong(objective, { point, gradient, value }, direction);
    if (next === undefined) break;
    const moved = next.point.map((x, i) => x - (point[i] ?? 0));
    const turned = next.gradient.map((x, i) => x - (gradient[i] ?? 0));
    if (dot(moved, turned) > 1e-12) steps.push({ moved, turned });
    if (steps.length > options.memory) steps.shift();
    const gained = value - next.value;
    ({ point, gradient, value } = next);
    if (gained <= 1e-12 * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

interface Place {
  readonly point: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/** The two-loop recursion: the gradient turned by what earlier steps tell of the curve. */
function descent(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((x) => -x);
  const shares: number[] = [];
  for (const { moved, turned } of steps.toReversed()) {
    const share = dot(moved, direction) / dot(moved, turned);
    shares.push(share);
    addTo(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last) scale(direction, dot(last.moved, last.turned) / dot(last.turned, last.turned));
  for (const { moved, turned } of steps) {
    const share = shares.pop() ?? 0;
    addTo(direction, moved, share - dot(turned, direction) / dot(moved, turned));
  }
  return direction;
}

const MOST_TRIES = 60;
/** Of the slope: what a step must gain at least, and how much of it may be left at its end (Wolfe's conditions). */
const LEAST_GAIN = 1e-4;
const MOST_SLOPE_LEFT = 0.9;

/** A step neither too long nor too short, by doubling and halving; the best gain so far where none is. */
function searchAlong(
  objective: Objective,
  { point, gradient, value }: Place,
  direction: Float64Array,
): Place | undefined {
  const slope = dot(gradient, direction);
  let [short, long, length] = [0, Number.POSITIVE_INFINITY, 1];
  let best: Place | undefined;
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const reached = point.map((x, i) => x + length * (direction[i] ?? 0));
    const there = new Float64Array(point.length);
    const reachedValue = objective(reached, there);
    if (reachedValue > value + LEAST_GAIN * length * slope) long = length;
    else {
      best = { point: reached, gradient: there, value: reachedValue };
      if (dot(there, direction) >= MOST_SLOPE_LEFT * slope) return best;
      short = length;
    }
    length = long === Number.POSITIVE_INFINITY ? 2 * short : (short + long) / 2;
  }
  return best;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addTo(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1) {
    target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0);
  }
}

function scale(target: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) * factor;
}
