/** A box of several lines: it grows with what is written, Enter asks, Shift and Enter begins a line. */
export function growAndEnter(box: HTMLTextAreaElement): void {
  const grow = (): void => {
    // Where stylesheets can do it, they do.
    if (CSS.supports('field-sizing', 'content')) return;
    box.rows = Math.min(
      8,
      Math.max(1, box.value.split('\n').length, Math.ceil(box.value.length / 30)),
    );
  };
  const most = Number(box.dataset.most);
  /** What is too long is said so, and never cut. */
  const measure = (): void => {
    const { length } = box.value;
    box.setCustomValidity(
      length > most
        ? `太长了（${length} 个字符，最多 ${most} 个）。请只留下要问的那一句，写的都还在。`
        : '',
    );
  };
  box.addEventListener('input', grow);
  box.addEventListener('input', measure);
  box.addEventListener('keydown', (event) => {
    // Enter that chooses a word of an input method is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form?.requestSubmit();
  });
  grow();
  measure();
}
