const PLACE = 'youju.text-size';
const SMALLEST = -1;
const LARGEST = 2;

const isSize = (size: number): boolean => size >= SMALLEST && size <= LARGEST;

function kept(): number {
  try {
    const size = Number(localStorage.getItem(PLACE) ?? 0);
    return isSize(size) ? size : 0;
  } catch {
    // Storage is blocked.
    return 0;
  }
}

function keep(size: number): void {
  try {
    localStorage.setItem(PLACE, String(size));
  } catch {
    // Then it holds for this page.
  }
}

/** The text as large as it was last chosen on this device. */
export function rememberTextSize(): void {
  const root = document.documentElement;
  const set = (size: number): void => {
    if (size === 0) delete root.dataset.size;
    else root.dataset.size = String(size);
  };
  let size = kept();
  set(size);
  for (const button of document.querySelectorAll<HTMLElement>('button[data-size]'))
    button.addEventListener('click', () => {
      const next = size + Number(button.dataset.size);
      if (!isSize(next)) return;
      size = next;
      set(size);
      keep(size);
    });
}
