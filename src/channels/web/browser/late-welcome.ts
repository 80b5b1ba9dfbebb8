const AGAIN_MS = 1500;
const TIMES = 20;

/** After a new index the first page comes before its examples have been tried: they are put in when they are known. */
export async function awaitExamples(): Promise<void> {
  for (let time = 0; time < TIMES; time += 1) {
    if (document.querySelector('.welcome[data-pending]') === null) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    const response = await fetch('/');
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const welcome = page.querySelector('.welcome:not([data-pending])');
    if (welcome) document.querySelector('.welcome[data-pending]')?.replaceWith(welcome);
  }
}
