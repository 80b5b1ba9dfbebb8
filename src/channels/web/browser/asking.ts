import { showEarlierTurns } from './earlier-turns.ts';
import { sendFeedback } from './feedback.ts';
import { keepTurn } from './keep-turn.ts';
import { awaitExamples } from './late-welcome.ts';
import { followMarks } from './marks.ts';
import { showSorting, sortTables } from './sort-tables.ts';
import { showTools, takeAlong } from './take-along.ts';
import { askInThread } from './thread.ts';
import { switchWords } from './words-switch.ts';

const form = document.querySelector<HTMLFormElement>('.ask-form');
const thread = document.querySelector<HTMLElement>('.thread');
const main = document.querySelector<HTMLElement>('main');
if (form && thread && main) {
  askInThread(form, thread);
  // The example of the first page too.
  followMarks(main);
  sendFeedback(thread);
  takeAlong(thread);
  switchWords(thread);
  sortTables(main);
  showSorting(main);
  const turn = thread.querySelector<HTMLElement>('.turn[data-link]');
  if (turn?.dataset.link !== undefined) keepTurn(turn, turn.dataset.link);
  // Where the line breaks the page is of use without them.
  void awaitExamples()
    .catch(() => undefined)
    .then(() => showSorting(main));
  void showEarlierTurns(thread).then(() => showTools(thread));
}
