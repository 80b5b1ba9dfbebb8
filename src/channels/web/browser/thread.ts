import { type FinalAnswer, streamAnswer } from './answer-stream.ts';
import { keepTurn } from './keep-turn.ts';
import { growAndEnter } from './question-box.ts';
import { showTools } from './take-along.ts';

const TITLE = document.title.split(' · ').at(-1) ?? '';

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Puts the new lines in, leaving those that stand already as they are: nothing moves, no focus is lost. */
function showHtml(answer: Element, html: string): void {
  const next = document.createElement('template');
  next.innerHTML = html;
  const lines = answer.querySelector('.answer-text');
  const nextLines = next.content.querySelector('.answer-text');
  const isFollowing =
    lines !== null &&
    nextLines !== null &&
    [...lines.children].every((line, at) => line.isEqualNode(nextLines.children[at] ?? null));
  if (!isFollowing) {
    answer.replaceChildren(next.content);
    return;
  }
  lines.append(...[...nextLines.children].slice(lines.children.length));
  nextLines.replaceWith(lines);
  answer.replaceChildren(next.content);
}

/** One question with its answer, at the end of the thread. */
class Turn {
  readonly #answer = element('div', 'answer');
  readonly #waiting = element('p', 'waiting', '正在查找原文…');
  readonly #turn = element('article', 'turn');

  constructor(thread: Element, question: string) {
    const heading = thread.querySelector('h1') === null ? 'h1' : 'h2';
    this.#answer.append(this.#waiting);
    this.#turn.append(element(heading, 'question', question), this.#answer);
    thread.append(this.#turn);
    this.#turn.scrollIntoView({ block: 'start' });
  }

  showSoFar(html: string): void {
    showHtml(this.#answer, html);
    this.#answer.querySelector('.answer-text')?.after(this.#waiting);
    this.#waiting.textContent = '还在核对…';
  }

  show({ outcome, html, link }: FinalAnswer): void {
    this.#answer.classList.add(outcome);
    showHtml(this.#answer, html);
    showTools(this.#answer);
    keepTurn(this.#turn, link);
  }

  /** What has come so far stays. */
  showLost(explanation: string): void {
    this.#waiting.textContent = explanation;
  }

  showNext(html: string): void {
    this.#answer.insertAdjacentHTML('beforeend', html);
  }

  /** `link` asks it again. */
  showProblem(explanation: string, link: string): void {
    this.#waiting.remove();
    const notice = element('p', 'notice', explanation);
    notice.append(Object.assign(element('a', '', '再问一次'), { href: link }));
    this.#answer.append(notice);
  }
}

/** What the form asks next goes on from the thread of this address. */
function goOnFrom(link: string, form: HTMLFormElement): void {
  for (const turn of form.querySelectorAll('input[name="t"]')) turn.remove();
  const { searchParams } = new URL(link, location.href);
  for (const value of [...searchParams.getAll('t'), ...searchParams.getAll('q')]) {
    form.append(Object.assign(element('input', ''), { type: 'hidden', name: 't', value }));
  }
  const label = form.querySelector('.ask-label');
  if (label) label.textContent = '接着问';
  form.querySelector('textarea')?.setAttribute('placeholder', '接着问，按回车');
}

/** A question offered after an answer is asked in the same thread. */
function askWhatIsOffered(thread: HTMLElement, input: HTMLTextAreaElement): void {
  thread.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link = target instanceof Element && target.closest('.next-questions a');
    if (!(link instanceof HTMLAnchorElement) || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    input.value = link.textContent ?? '';
    input.form?.requestSubmit();
  });
}

function leaveWelcome(thread: HTMLElement): void {
  for (const part of document.querySelectorAll('.lead-in, .welcome')) part.remove();
  thread.classList.add('asked');
}

/** Asks on the page itself: answers come into the thread, and the address leads back to each. */
export function askInThread(form: HTMLFormElement, thread: HTMLElement): void {
  const input = form.querySelector<HTMLTextAreaElement>('textarea[name="q"]');
  if (input) {
    growAndEnter(input);
    askWhatIsOffered(thread, input);
  }
  const status = thread.appendChild(element('p', 'unseen'));
  status.setAttribute('role', 'status');
  let source: EventSource | undefined;
  /** Says of the turn that waits for its answer that another was asked. */
  let leaveTurn: (() => void) | undefined;
  /** The thread that is on the page, by its address. */
  let shown = location.search;

  const goOn = (link: string): void => {
    goOnFrom(link, form);
    history.pushState(null, '', link);
    shown = location.search;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = new URLSearchParams(
      [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' ? [[name, value]] : [],
      ),
    );
    const question = query.get('q')?.trim() ?? '';
    if (question === '' || input === null) return;
    source?.close();
    leaveTurn?.();
    leaveWelcome(thread);
    const turn = new Turn(thread, question);
    const again = `/?${query}`;
    leaveTurn = () => turn.showProblem('已改问下一句，这一问没有答完。', again);
    input.value = '';
    status.textContent = '正在查找原文';
    source = streamAnswer(query, {
      onClaims: (html) => turn.showSoFar(html),
      onAnswer: (answer) => {
        leaveTurn = undefined;
        turn.show(answer);
        status.textContent = '答案已出';
        if (answer.outcome === 'rejected') {
          input.value = question;
          return;
        }
        goOn(answer.link);
        document.title = `${question} · ${TITLE}`;
      },
      onNext: (html) => turn.showNext(html),
      onLost: (explanation) => {
        turn.showLost(explanation);
        status.textContent = explanation;
      },
      onProblem: (explanation) => {
        leaveTurn = undefined;
        turn.showProblem(explanation, again);
        status.textContent = explanation;
        input.value = question;
      },
    });
  });

  // An address gone back to is another thread: the server shows it.
  addEventListener('popstate', () => {
    if (location.search !== shown) location.reload();
  });
  addEventListener('pagehide', () => source?.close());
}
