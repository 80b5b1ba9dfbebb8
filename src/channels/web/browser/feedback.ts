/** Sends what a person says of an answer without leaving the thread. */
export function sendFeedback(thread: HTMLElement): void {
  thread.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement && form.matches('.feedback'))) return;
    event.preventDefault();
    void send(form, event.submitter);
  });
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') data.append(name, value);
  }
  const said = document.createElement('p');
  said.className = 'feedback-said';
  said.setAttribute('role', 'status');
  form.querySelector('.feedback-said')?.remove();
  const isKept = await fetch(form.action, { method: 'POST', body: data }).then(
    ({ ok }) => ok,
    () => false,
  );
  said.textContent = isKept ? '谢谢，已经记下。' : '没有记下，请稍后再试。';
  if (isKept) form.replaceChildren(said);
  else form.append(said);
}
