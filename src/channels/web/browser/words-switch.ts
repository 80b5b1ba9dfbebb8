import { showTools } from './take-along.ts';

/** The answer of the last turn at an address, as markup of our own server. */
async function answerAt(address: string): Promise<string> {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const answer = page.querySelector('.turn:last-of-type .answer');
  if (!response.ok || !answer) throw new Error(`no answer at ${address}`);
  return answer.innerHTML;
}

/** Changes between a model's words and the documents' own where they stand; each is asked for once. */
export function switchWords(thread: HTMLElement): void {
  const known = new WeakMap<Element, Map<string, string>>();
  thread.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link = target instanceof Element ? target.closest('.words-switch a') : null;
    const answer = link?.closest('.answer');
    if (!(link instanceof HTMLAnchorElement) || !answer || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const current = answer.querySelector<HTMLAnchorElement>('.words-switch [aria-current]');
    if (!current || current === link) return;
    const words = known.get(answer) ?? new Map<string, string>();
    known.set(answer, words);
    words.set(current.href, answer.innerHTML);
    const { href } = link;
    answer.setAttribute('aria-busy', 'true');
    Promise.resolve(words.get(href) ?? answerAt(href)).then(
      (html) => {
        answer.innerHTML = html;
        answer.removeAttribute('aria-busy');
        showTools(answer);
        answer.querySelector<HTMLElement>('.words-switch [aria-current]')?.focus();
      },
      () => location.assign(href),
    );
  });
}
