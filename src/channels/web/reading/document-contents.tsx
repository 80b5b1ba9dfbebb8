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

/**
 * The heading tree; branches open by themselves, without any script. Beside the text where there is room; where
 * there is none the bar opens it, which says too where one is as far as a script can tell.
 */
export function DocumentContents({ contents }: { readonly contents: readonly Entry[] }) {
  return (
    <>
      <div class="reading-bar">
        <button type="button" popovertarget="contents">
          目录
        </button>
        <span class="where" aria-hidden="true" />
      </div>
      <nav class="contents" id="contents" popover="auto" aria-label="目录">
        <h2>目录</h2>
        <Entries entries={contents} />
      </nav>
    </>
  );
}
