interface Layer {
  /** As the browser's history knows it. */
  readonly id: string;
  readonly close: () => void;
}

/** What lies over the page now, the topmost last. */
const open: Layer[] = [];
/** Steps back that we take ourselves; nothing is to be put away for them. */
let ownSteps = 0;

/**
 * Tells the browser's history that something lies over the page: Back then puts it away, by `close`, and does not
 * leave the page.
 */
export function layerOpened(close: () => void): void {
  const id = crypto.getRandomValues(new Uint32Array(1)).join();
  // A step back must not scroll what lies below.
  history.scrollRestoration = 'manual';
  history.pushState({ layer: id }, '');
  open.push({ id, close });
}

/** It was put away otherwise than by Back. */
export function layerClosed(close: () => void): void {
  const layer = forget(close);
  // Where the page has gone on since, a step back would undo that.
  if (layer === undefined || layerInHistory() !== layer.id) return;
  ownSteps += 1;
  history.back();
}

/** It goes because the page goes on to `address`, which takes its place in the history. */
export function layerLeft(close: () => void, address: string): void {
  forget(close);
  location.replace(address);
}

function layerInHistory(): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? Reflect.get(state, 'layer') : undefined;
}

function forget(close: () => void): Layer | undefined {
  const at = open.findIndex((layer) => layer.close === close);
  return at === -1 ? undefined : open.splice(at, 1)[0];
}

addEventListener('popstate', () => {
  if (ownSteps > 0) ownSteps -= 1;
  else open.pop()?.close();
  if (open.length === 0) history.scrollRestoration = 'auto';
});
