import type { DocumentInfo, Refusal } from '../../../model.ts';
import { documentLink } from '../links.ts';

/** What a reader must know before reading: other editions, what was not read, what can no longer be. */
export interface Background {
  /** The edition that this one took the place of. */
  readonly former: DocumentInfo | undefined;
  /** The edition that took its place. */
  readonly later: DocumentInfo | undefined;
  /** Why the file that lies there now could not be read. */
  readonly refusal: Refusal | undefined;
  /** What was dropped or could not be read. */
  readonly warnings: readonly string[];
}

export const changesLink = (id: string): string => `${documentLink(id)}/changes`;

export function DocumentNotices({
  id,
  background: { former, later, refusal, warnings },
}: {
  readonly id: string;
  readonly background: Background;
}) {
  return (
    <>
      {later !== undefined && (
        <p class="remark replaced">
          <strong>已被替代。</strong>现行的是
          <a href={documentLink(later.id)}>{later.title}</a>，
          <a href={changesLink(later.id)}>看改了什么</a>。
        </p>
      )}
      {former !== undefined && (
        <p class="remark">
          它替代了<a href={documentLink(former.id)}>{former.title}</a>，
          <a href={changesLink(id)}>看改了什么</a>。
        </p>
      )}
      {refusal !== undefined && (
        <p class="remark">现在的文件读不了，下面仍是上次读到的内容。{refusal.message}</p>
      )}
      {warnings.length > 0 && (
        <details class="remark">
          <summary>读取时有 {warnings.length} 处要注意</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
