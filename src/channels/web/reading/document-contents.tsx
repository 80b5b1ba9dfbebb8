import { gapAfterNumber } from '../../heading-words.ts';
import type { Entry } from './contents.ts';

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
      <span class="contents-number">{node.number}</span>
      {gapAfterNumber(node)}
      {node.title}
    </a>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.children.length === 0 ? (
            <EntryLink entry={entry} />
          ) : (
            <details>
              <summary>
                <EntryLink entry={entry} />
              </summary>
              <Entries entries={entry.children} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The heading tree; branches open by themselves, without any script. */
export function DocumentContents({ contents }: { readonly contents: readonly Entry[] }) {
  return (
    <nav class="contents" aria-label="目录">
      <h2>目录</h2>
      <Entries entries={contents} />
    </nav>
  );
}
