import { canKeep, forgetAnswers, type KeptAnswer, keptAnswers } from './kept-answers.ts';

const list = document.querySelector('.history-list');
const tools = document.querySelector<HTMLElement>('.history-tools');
const empty = document.querySelector<HTMLElement>('.history-empty');

const status = document.querySelector('.history-said');

const MAX_CHARS = 160;
const NOTHING_YET = '这台设备上还没有提问记录。';
const CANNOT_KEEP =
  '浏览器不让本页存东西，或者已经存满：新的提问记不下来。答案照常能看、能复制、能导出。';

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
  const isKeeping = canKeep();
  empty.hidden = isKeeping && answers.length > 0;
  empty.textContent = isKeeping ? NOTHING_YET : CANNOT_KEEP;
}

/** What an answer brought along to be exported. */
function exportedOf({ html }: KeptAnswer): unknown {
  const template = document.createElement('template');
  template.innerHTML = html;
  const exported = template.content.querySelector<HTMLElement>('[data-exported]')?.dataset.exported;
  return exported === undefined ? undefined : JSON.parse(exported);
}

async function exportAll(): Promise<string> {
  const answers = keptAnswers()
    .toReversed()
    .map(exportedOf)
    .filter((each) => each !== undefined);
  const response = await fetch('/export/history', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ answers }),
  });
  if (!response.ok) return '没有导出：服务器没有接受，请稍后再试。';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = '有据问答记录.docx';
  link.click();
  URL.revokeObjectURL(link.href);
  return '已导出。';
}

document.querySelector('[data-export]')?.addEventListener('click', () => {
  void exportAll()
    .catch(() => '没有导出：连接断了，请稍后再试。')
    .then((said) => {
      if (status) status.textContent = said;
    });
});
document.querySelector('[data-clear]')?.addEventListener('click', () => {
  forgetAnswers();
  show();
});
show();
// Another tab asks, or clears.
addEventListener('storage', show);
