import type { Answer, DocumentInfo } from '../../../model.ts';
import type { ComparedIndicator } from '../../compared-indicators.ts';
import { AnswerCharts } from '../comparing/answer-charts.tsx';
import { AnswerNearest, NextQuestions } from './answer-nearest.tsx';
import { AnswerSources, AnswerText } from './answer-text.tsx';
import { AnswerWording } from './answer-wording.tsx';
import { FeedbackForm } from './feedback-form.tsx';

/** An answer on its way to a page. */
export interface Answered {
  /** Unlike that of every other answer, and telling nothing of it. */
  readonly id: string;
  readonly answer: Answer;
  /** Asks the same again. */
  readonly link: string;
  /** Asks the same of the documents' own words. */
  readonly ownWordsLink: string;
  readonly compared: readonly ComparedIndicator[];
  readonly documents: readonly DocumentInfo[];
}

/** How many places it stands on, or how it failed: what a screen reader is told when the answer has come. */
const OUTCOMES: Readonly<Record<Answer['outcome'], string>> = {
  answered: '已答',
  'not-found': '文件里没有找到答案',
  guide: '关于有据',
  rejected: '请换一种问法',
};

function Tools({ id, link }: Pick<Answered, 'id' | 'link'>) {
  return (
    <div class="answer-tools">
      <FeedbackForm answerId={id} back={link} />
      <a class="answer-link" href={link}>
        答案链接
      </a>
    </div>
  );
}

/** All there is of an answer. */
export function AnswerView({ answered }: { readonly answered: Answered }) {
  const { id, answer, link, ownWordsLink, compared, documents } = answered;
  return (
    <>
      {answer.outcome !== 'answered' && <p class="outcome">{OUTCOMES[answer.outcome]}</p>}
      <AnswerText answerId={id} answer={answer} />
      <AnswerNearest answer={answer} />
      <AnswerCharts id={id} compared={compared} documents={documents} />
      {answer.notes.map((note, at) => (
        <p key={at} class="answer-note">
          说明：{note}
        </p>
      ))}
      <AnswerWording answer={answer} ownWordsLink={ownWordsLink} />
      <AnswerSources answerId={id} answer={answer} />
      <NextQuestions answer={answer} />
      {answer.outcome !== 'rejected' && <Tools id={id} link={link} />}
    </>
  );
}
