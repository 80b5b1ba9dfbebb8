import { forgetAnswers, type KeptAnswer, keptAnswers } from './kept-answers.ts';

const list = document.querySelector('.history-list');
const tools = document.querySelector<HTMLElement>('.history-tools');
const empty = document.querySelector<HTMLElement>('.history-empty');

const MAX_CHARS = 160;

const timeOf = (ms: number): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

function entryOf({ question, link, text, atMs }: KeptAnswer): HTMLLIElement {
  const entry = document.createElement('li');
  const asked = document.createElement('a');
  const said = document.createElement('p');
  const when = document.createElement('small');
  asked.textContent = question;
  asked.href = link;
  said.textContent = text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}……` : text;
  when.textContent = timeOf(atMs);
  entry.append(asked, when, said);
  return entry;
}

function show(): void {
  const answers = keptAnswers();
  list?.replaceChildren(...answers.map(entryOf));
  if (tools) tools.hidden = answers.length === 0;
  if (!empty) return;
  empty.hidden = answers.length > 0;
  empty.textContent = '这台设备上还没有提问记录。';
}

document.querySelector('[data-clear]')?.addEventListener('click', () => {
  forgetAnswers();
  show();
});
show();
// Another tab asks, or clears.
addEventListener('storage', show);
