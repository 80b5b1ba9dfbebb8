import { copyText } from './copying.ts';
import { sendFeedback } from './feedback.ts';
import { followMarks } from './marks.ts';
import { askInThread } from './thread.ts';

const form = document.querySelector<HTMLFormElement>('.ask-form');
const thread = document.querySelector<HTMLElement>('.thread');
if (form && thread) {
  askInThread(form, thread);
  followMarks(thread);
  sendFeedback(thread);
  thread.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('.answer-link');
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    void copyText(link.href, link).then((isCopied) => {
      if (!isCopied) location.assign(link.href);
    });
  });
}
