import type { DocumentInfo } from '../../../model.ts';
import { MAX_QUESTION_CHARS } from '../../question-limit.ts';

interface AskFormProps {
  readonly documents: readonly DocumentInfo[];
  readonly documentId: string | undefined;
  /** Earlier questions, the newest last; a next one goes on from them. */
  readonly turns: readonly string[];
  /** Stands in the box already: what was turned down, to be written otherwise. */
  readonly draft?: string;
}

/** Asks by itself, with a page of its own, where there are no scripts. */
export function AskForm({ documents, documentId, turns, draft = '' }: AskFormProps) {
  const isFirst = turns.length === 0;
  return (
    <form class="ask-form" method="get" action="/">
      {turns.map((turn, at) => (
        <input key={at} type="hidden" name="t" value={turn} />
      ))}
      <label class="ask-label" for="q">
        {isFirst ? '想查什么？' : '接着问'}
      </label>
      <div class="ask-line">
        <textarea
          id="q"
          name="q"
          rows={1}
          required
          autofocus={isFirst || draft !== ''}
          data-most={MAX_QUESTION_CHARS}
          placeholder={isFirst ? '用平常的话问，按回车' : '接着问，按回车'}
          autocomplete="off"
          enterkeyhint="search"
        >
          {draft}
        </textarea>
        <button type="submit">提问</button>
      </div>
      <div class="ask-scope">
        <label for="document">范围</label>
        <select id="document" name="document">
          <option value="" selected={documentId === undefined}>
            全部文件
          </option>
          {documents.map(({ id, shortTitle }) => (
            <option key={id} value={id} selected={id === documentId}>
              {shortTitle}
            </option>
          ))}
        </select>
        <a class="ask-anew" href="/">
          另起话题
        </a>
      </div>
    </form>
  );
}
