import type { Answer } from '../../../model.ts';

interface AnswerWordingProps {
  readonly answer: Answer;
  /** Asks the same of the documents' own words. */
  readonly ownWordsLink: string;
}

/** Which model worded an answer, how to see the documents' own words, and what of the model's words is not shown. */
export function AnswerWording({ answer: { model, wording }, ownWordsLink }: AnswerWordingProps) {
  const refused = wording?.refused ?? [];
  return (
    <>
      {model !== undefined && (
        <p class="answer-note">
          由语言模型（{model}）根据原文组织文字，每句都附有出处，引用前请核对原文。
          <a href={ownWordsLink}>看文件自己的话</a>
        </p>
      )}
      {refused.length > 0 && (
        <details class="answer-refused">
          <summary>模型写的 {refused.length} 句没有通过核对，没有采用</summary>
          <ul>
            {refused.map(({ text, why }, at) => (
              <li key={at}>
                {text}（{why}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
