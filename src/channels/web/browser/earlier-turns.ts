import { keptAnswer } from './kept-answers.ts';

const addressOf = ({ href }: HTMLAnchorElement): string => {
  const { pathname, search } = new URL(href);
  return pathname + search;
};

/** The last turn of the page at an address. */
async function turnAt(address: string): Promise<Element | null> {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector('.turn:last-of-type');
}

function keptTurn(address: string): Element | undefined {
  const kept = keptAnswer(address);
  if (kept === undefined) return undefined;
  const turn = document.createElement('article');
  const question = document.createElement('h2');
  const answer = document.createElement('div');
  turn.className = 'turn';
  question.className = 'question';
  question.textContent = kept.question;
  answer.className = `answer ${kept.outcome}`;
  // It came from our own server, as markup made of escaped text.
  answer.innerHTML = kept.html;
  turn.append(question, answer);
  return turn;
}

/** After a reload the earlier questions of a thread have their whole answers again. */
export async function showEarlierTurns(thread: Element): Promise<void> {
  const list = thread.querySelector('.earlier');
  const links = [...(list?.querySelectorAll('a') ?? [])];
  if (list === null || links.length === 0) return;
  const turns = await Promise.all(
    links.map(async (link) => {
      const address = addressOf(link);
      return keptTurn(address) ?? (await turnAt(address).catch(() => null));
    }),
  );
  if (turns.some((turn) => turn === null)) return;
  const anchor = thread.querySelector('.turn');
  const before = anchor?.getBoundingClientRect().top ?? 0;
  list.replaceWith(...turns.filter((turn) => turn !== null));
  // What is being read keeps its place.
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
}
