import { keepAnswer } from './kept-answers.ts';

/** Keeps the answer of a turn on this device, for the record and for when the thread is opened again. */
export function keepTurn(turn: Element, link: string): void {
  const answer = turn.querySelector('.answer');
  const outcome = [...(answer?.classList ?? [])].find((name) => name !== 'answer') ?? '';
  if (answer === null || outcome === 'rejected') return;
  const text = answer.querySelector<HTMLElement>('[data-copy]')?.dataset.copy;
  keepAnswer({
    link,
    outcome,
    question: turn.querySelector('.question')?.textContent ?? '',
    html: answer.innerHTML,
    text: text ?? answer.querySelector('.answer-text')?.textContent ?? '',
    atMs: Date.now(),
  });
}
