import { showPassage } from './cited-words.ts';

/** The passage a link means to arrive at. */
const PASSAGE = /^#p-(?<id>[\w-]+)$/u;

/** A heading or a printed page, and where the server says what is nearest to one that is not there. */
const OTHERS = [
  { pattern: /^#s-(?<id>[\w-]+)$/u, folder: 's' },
  { pattern: /^#page-(?<id>\d+)$/u, folder: 'pages' },
] as const;

const passageInAddress = (): string | undefined => PASSAGE.exec(location.hash)?.groups?.id;

/** Where the page has no such passage, heading or page the server knows what is nearest. */
function showTarget(): void {
  for (const { pattern, folder } of OTHERS) {
    const id = pattern.exec(location.hash)?.groups?.id;
    if (id !== undefined && document.getElementById(location.hash.slice(1)) === null) {
      location.replace(`${location.pathname}/${folder}/${id}`);
      return;
    }
  }
  const passageId = passageInAddress();
  if (passageId === undefined) CSS.highlights?.clear();
  else if (!showPassage(passageId)) {
    const beside = document.body.classList.contains('beside') ? '?beside' : '';
    location.replace(`${location.pathname}/p/${passageId}${beside}`);
  }
}

/** Arrives at the passage in the address, now and whenever another is chosen. */
export function followAddress(): void {
  showTarget();
  // While it loads the browser itself still scrolls to the passage, away from the words.
  addEventListener('load', showTarget, { once: true });
  addEventListener('hashchange', () => {
    // Which words were cited is no longer of this address.
    const words = new URLSearchParams(location.search).get('w');
    if (words !== null && !words.startsWith(`${passageInAddress()}.`)) {
      history.replaceState(null, '', location.pathname + location.hash);
    }
    showTarget();
  });
}
