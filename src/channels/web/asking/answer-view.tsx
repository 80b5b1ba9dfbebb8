import type { Answer, DocumentInfo } from '../../../model.ts';
import type { ComparedIndicator } from '../../compared-indicators.ts';
import { AnswerCharts } from '../comparing/answer-charts.tsx';
import { documentLabels } from '../document-labels.ts';
import { AnswerNearest, NextQuestions } from './answer-nearest.tsx';
import { AnswerSources, AnswerText } from './answer-text.tsx';
import { AnswerTools } from './answer-tools.tsx';
import { AnswerNotes, AnswerWording } from './answer-wording.tsx';
import type { Asked } from './asked.ts';
import type { ClaimFigure } from './claim-figure.ts';
import { FigureHero } from './figure-hero.tsx';
import { FigureTable } from './figure-table.tsx';

/** An answer on its way to a page. */
export interface Answered {
  /** Unlike that of every other answer, and telling nothing of it. */
  readonly id: string;
  readonly asked: Asked;
  readonly answer: Answer;
  /** Asks the same again. */
  readonly link: string;
  /** Of every claim; empty where any is not about a row of an indicator table. */
  readonly figures: readonly ClaimFigure[];
  readonly compared: readonly ComparedIndicator[];
  /** Of an answer in a model's words: what it sets side by side, as printed. */
  readonly comparedFigures: readonly ClaimFigure[];
  /** What to ask next; each is answered. */
  readonly next: readonly string[];
  readonly documents: readonly DocumentInfo[];
}

/** How many places it stands on, or how it failed: what a screen reader is told when the answer has come. */
const OUTCOMES: Readonly<Record<Answer['outcome'], string>> = {
  answered: '已答',
  'not-found': '文件里没有找到答案',
  guide: '关于有据',
  rejected: '请换一种问法',
};

/** Below this chance a person should look before using it. */
const SURE_FROM = 0.65;

function Doubt({ answer: { outcome, confidence = 1 } }: { readonly answer: Answer }) {
  if (outcome !== 'answered' || confidence >= SURE_FROM) return null;
  return <p class="doubt">引文逐字属实，但不十分确定它答的正是这一问，请先点开依据核对。</p>;
}

/** The outcome stands above already. */
const withoutOutcome = (answer: Answer): Answer =>
  answer.outcome === 'not-found'
    ? { ...answer, answer: answer.answer.replace(/^文件[中里]没有找到答案。\n?/u, '') }
    : answer;

/** What is said, once: a figure large, several figures as a table, words as they are. */
export function AnswerBody({ answered }: { readonly answered: Answered }) {
  const { id, answer, figures, comparedFigures, documents } = answered;
  const [figure, ...more] = figures;
  const cited = new Set(answer.citations.map(({ documentId }) => documentId));
  const labels = documentLabels(documents.filter((document) => cited.has(document.id)));
  if (figure === undefined)
    return (
      <>
        <AnswerText answerId={id} answer={withoutOutcome(answer)} />
        {comparedFigures.length > 1 && (
          <FigureTable answerId={id} figures={comparedFigures} labels={labels} />
        )}
      </>
    );
  if (more.length > 0) return <FigureTable answerId={id} figures={figures} labels={labels} />;
  const { documentId } = figure.row;
  return <FigureHero answerId={id} figure={figure} place={labels.get(documentId) ?? documentId} />;
}

/** All there is of an answer. */
export function AnswerView({ answered }: { readonly answered: Answered }) {
  const { id, answer, asked, figures, comparedFigures, compared, documents } = answered;
  return (
    <>
      {answer.outcome !== 'answered' && <p class="outcome">{OUTCOMES[answer.outcome]}</p>}
      <AnswerBody answered={answered} />
      <Doubt answer={answer} />
      <AnswerNearest answer={answer} />
      <AnswerCharts id={id} compared={compared} documents={documents} />
      <AnswerNotes answer={answer} />
      <AnswerWording answer={answer} asked={asked} />
      <AnswerSources answerId={id} answer={answer} />
      {answer.outcome !== 'rejected' && (
        <AnswerTools answered={answered} hasTable={figures.length + comparedFigures.length > 1} />
      )}
      <NextQuestions questions={answered.next} />
    </>
  );
}
