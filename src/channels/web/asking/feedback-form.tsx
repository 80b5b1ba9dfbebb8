import { FEEDBACK_REASONS } from '../../../feedback.ts';

interface FeedbackFormProps {
  readonly answerId: string;
  /** Where to go on afterwards without scripts. */
  readonly back: string;
}

const THUMB =
  'M7 10v11H3V10zm2 0 4-8c1.7 0 3 1.3 3 3v3h4.5c1.2 0 2.1 1.1 1.9 2.3l-1.4 8A2 2 0 0 1 19 20H9z';

/** Drawn, as not every system has a letter for it. */
function Thumb({ isDown = false }: { readonly isDown?: boolean }) {
  return (
    <svg class={isDown ? 'thumb down' : 'thumb'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={THUMB} />
    </svg>
  );
}

/** Whether the answer helped, and why not. */
export function FeedbackForm({ answerId, back }: FeedbackFormProps) {
  const commentId = `comment-${answerId}`;
  return (
    <form class="feedback" method="post" action="/feedback" aria-label="这个答案有用吗">
      <input type="hidden" name="answer" value={answerId} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" name="helpful" value="yes">
        <Thumb />
        有用
      </button>
      <details>
        <summary>
          <Thumb isDown />
          没用
        </summary>
        <fieldset>
          <legend>哪里不对？可以多选</legend>
          {FEEDBACK_REASONS.map((reason) => (
            <label key={reason}>
              <input type="checkbox" name="reason" value={reason} />
              {reason}
            </label>
          ))}
          <label class="feedback-comment" for={commentId}>
            还想说的（可不填）
          </label>
          <textarea id={commentId} name="comment" rows={2} maxLength={500} />
          <button type="submit" name="helpful" value="no">
            提交
          </button>
        </fieldset>
      </details>
    </form>
  );
}
