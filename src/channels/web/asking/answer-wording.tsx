import type { Answer } from '../../../model.ts';
import { type Asked, askedLink } from './asked.ts';

/** How the note begins that counts the sentences of a model that are not shown. */
const REFUSED_NOTE = '模型写的句子';

/** Things to know beside the answer; what is unfolded one by one below is not counted here too. */
export function AnswerNotes({ answer: { notes, wording } }: { readonly answer: Answer }) {
  const isUnfolded = (wording?.refused.length ?? 0) > 0;
  return (
    <>
      {notes
        .filter((note) => !(isUnfolded && note.startsWith(REFUSED_NOTE)))
        .map((note, at) => (
          <p key={at} class="answer-note">
            说明：{note}
          </p>
        ))}
    </>
  );
}

interface AnswerWordingProps {
  readonly answer: Answer;
  readonly asked: Asked;
}

/** Which model worded an answer, how to see the documents' own words, and what of the model's words is not shown. */
export function AnswerWording({ answer: { model, wording }, asked }: AnswerWordingProps) {
  const refused = wording?.refused ?? [];
  return (
    <>
      {model !== undefined && (
        <p class="answer-note">
          文字由语言模型（{model}）根据原文组织，每句都附有出处，引用前请核对原文。
        </p>
      )}
      {(model !== undefined || asked.inOwnWords) && <WordsSwitch asked={asked} />}
      {refused.length > 0 && (
        <details class="answer-refused">
          <summary>模型写的 {refused.length} 句没有通过核对，没有采用</summary>
          <ul>
            {refused.map(({ text, why }, at) => (
              <li key={at}>
                {text}
                <small>{why}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Between a model's words and the documents' own. */
function WordsSwitch({ asked }: Pick<AnswerWordingProps, 'asked'>) {
  const { inOwnWords = false, ...rest } = asked;
  const ways = [
    { label: '模型的话', isOwn: false },
    { label: '文件自己的话', isOwn: true },
  ];
  return (
    <nav class="words-switch" aria-label="用谁的话回答">
      {ways.map(({ label, isOwn }) => (
        <a
          key={label}
          href={askedLink({ ...rest, inOwnWords: isOwn })}
          aria-current={isOwn === inOwnWords ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
