import { sourcedText, unmarkedText } from '../../../export/sourced-text.ts';
import { toExported } from '../exporting/exported-answer.ts';
import type { Answered } from './answer-view.tsx';
import type { Asked } from './asked.ts';
import { FeedbackForm } from './feedback-form.tsx';

/** What an address asks, as hidden fields of a form. */
export function AskedFields({ asked: { question, documentId, turns } }: { readonly asked: Asked }) {
  return (
    <>
      {turns.map((turn, at) => (
        <input key={at} type="hidden" name="t" value={turn} />
      ))}
      {documentId !== undefined && <input type="hidden" name="document" value={documentId} />}
      <input type="hidden" name="q" value={question} />
    </>
  );
}

interface AnswerToolsProps {
  readonly answered: Answered;
  readonly hasTable: boolean;
}

/** To take an answer along; what only scripts can do is shown where they run. */
export function AnswerTools({ answered, hasTable }: AnswerToolsProps) {
  const { id, answer, asked, link } = answered;
  return (
    <div class="answer-tools" data-exported={JSON.stringify(toExported(answer))}>
      <div class="take-along" hidden={answer.outcome === 'guide'}>
        {answer.claims.length > 0 && (
          <>
            <button type="button" hidden data-copy={unmarkedText(answer)}>
              复制
            </button>
            <button type="button" hidden data-copy={sourcedText(answer)}>
              复制带出处
            </button>
            {hasTable && (
              <button type="button" hidden data-copy-table="">
                复制表格
              </button>
            )}
            <form method="post" action="/share">
              <input type="hidden" name="answer" value={id} />
              <AskedFields asked={asked} />
              <button type="submit">分享</button>
            </form>
          </>
        )}
        <form method="post" action="/export">
          <input type="hidden" name="answer" value={id} />
          <AskedFields asked={asked} />
          <button type="submit">导出 Word</button>
        </form>
        <button type="button" hidden data-print="">
          打印
        </button>
        <a href={link.replace(/^\/\?/u, '/present?')}>演示</a>
      </div>
      <FeedbackForm answerId={id} back={link} />
    </div>
  );
}
