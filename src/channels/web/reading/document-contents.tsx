import { type Entry, nameOf } from '../../contents.ts';
import { gapAfterNumber } from '../../heading-words.ts';
import { Phrases } from './phrases.tsx';

function EntryLink({ entry: { id, node } }: { readonly entry: Entry }) {
  if (node.type === 'text') {
    return (
      <a class="contents-lead" href={`#${id}`}>
        {node.lead}
      </a>
    );
  }
  return (
    <a href={`#${id}`}>
      {node.number !== null && <span class="contents-number">{node.number}</span>}
      {gapAfterNumber(node)}
      <Phrases title={node.title} />
    </a>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLink entry={entry} />
          {entry.children.length > 0 && (
            <details>
              <summary aria-label={`${nameOf(entry)}的下级标题`} />
              <Entries entries={entry.children} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What only scripts can do; shown where they run. */
function ReadingTools() {
  return (
    <div class="reading-tools" hidden>
      <label class="unseen" for="find-here">
        在文中找
      </label>
      <input id="find-here" type="search" placeholder="在文中找" autocomplete="off" />
      <output class="find-count" for="find-here" />
      <button type="button" data-size="-1" aria-label="A− 字小一些">
        A−
      </button>
      <button type="button" data-size="1" aria-label="A＋ 字大一些">
        A＋
      </button>
      <button type="button" data-print="">
        打印
      </button>
    </div>
  );
}

/**
 * The heading tree; branches open by themselves, without any script. Beside the text where there is room; where
 * there is none the bar opens it, which says too where one is as far as a script can tell.
 */
export function DocumentContents({ contents }: { readonly contents: readonly Entry[] }) {
  return (
    <>
      <div class="reading-bar">
        <button type="button" class="open-contents" popovertarget="contents">
          目录
        </button>
        <span class="where" aria-hidden="true" />
        <ReadingTools />
      </div>
      <nav class="contents" id="contents" popover="auto" aria-label="目录">
        <h2>目录</h2>
        <Entries entries={contents} />
      </nav>
    </>
  );
}
