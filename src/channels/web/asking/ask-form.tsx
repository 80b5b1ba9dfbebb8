import type { DocumentInfo } from '../../../model.ts';

interface AskFormProps {
  readonly question: string;
  /** The document asked about; all where undefined. */
  readonly documentId: string | undefined;
  readonly documents: readonly DocumentInfo[];
}

/** Longer questions are turned down anyway; the browser says so before they are sent. */
const MAX_QUESTION_CHARS = 2000;

export function AskForm({ question, documentId, documents }: AskFormProps) {
  return (
    <form class="ask-form" method="get" action="/">
      <label for="q">想查什么？</label>
      <div class="ask-line">
        <input
          id="q"
          name="q"
          type="search"
          required
          maxLength={MAX_QUESTION_CHARS}
          value={question}
          placeholder="例如：淄川区2025年森林覆盖率目标是多少？"
          autocomplete="off"
          enterkeyhint="search"
        />
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
      </div>
    </form>
  );
}
