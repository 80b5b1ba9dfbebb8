/** While the index is being brought up to date, its notice is taken anew from the page. */
const EVERY_MS = 1500;

async function follow(): Promise<void> {
  const notice = document.getElementById('ingest');
  if (notice?.dataset.state !== 'running') return;
  const response = await fetch('/edit');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.getElementById('ingest');
  if (fresh === null) return;
  notice.replaceWith(fresh);
  // What was added stands in the list now.
  if (fresh.dataset.state !== 'running') location.reload();
}

function followOn(): void {
  setTimeout(() => {
    follow().then(followOn, followOn);
  }, EVERY_MS);
}

followOn();
