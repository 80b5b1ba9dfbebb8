import { sourcePlace } from '../../../export/sourced-text.ts';
import type { Answer, DocumentInfo } from '../../../model.ts';
import { MAX_QUESTION_CHARS } from '../../question-limit.ts';
import type { Answered } from '../asking/answer-view.tsx';
import { type Asked, askedLink } from '../asking/asked.ts';
import { FactValue } from '../asking/figure-hero.tsx';
import { FigureTable } from '../asking/figure-table.tsx';
import { documentLabels } from '../document-labels.ts';
import type { Page } from '../page.ts';
import { type Slide, slidesOf } from './slides.ts';

interface PresentPageProps {
  /** Undefined where nothing is asked yet. */
  readonly answered: Answered | undefined;
  /** Which slide, from 1. */
  readonly wanted: number;
}

/** For a projector: a large box, a large answer, nothing that scrolls, all by keyboard. */
export function presentPage({ answered, wanted }: PresentPageProps): Page {
  const slides = answered === undefined ? [] : slidesOf(answered);
  const at = Math.min(Math.max(1, wanted), Math.max(1, slides.length));
  const slide = slides[at - 1];
  return {
    name: 'present',
    title: answered === undefined ? '演示' : answered.answer.question.trim(),
    script: 'presenting',
    isBare: true,
    content: (
      <>
        {answered !== undefined && slide !== undefined && (
          <article class="slide">
            <h1>{answered.answer.question}</h1>
            <div class="slide-body">
              <SlideView slide={slide} answered={answered} />
            </div>
            <Foot slide={slide} answered={answered} at={at} count={slides.length} />
          </article>
        )}
        {answered === undefined && <h1 class="unseen">演示</h1>}
        <Box answered={answered} />
      </>
    ),
  };
}

function Box({ answered }: Pick<PresentPageProps, 'answered'>) {
  return (
    <form class="present-form" method="get" action="/present">
      <label class="unseen" for="q">
        想查什么？
      </label>
      <input
        id="q"
        name="q"
        required
        maxLength={MAX_QUESTION_CHARS}
        autofocus={answered === undefined}
        placeholder="想查什么？按回车"
        autocomplete="off"
      />
      <button type="submit">提问</button>
      <a href={answered === undefined ? '/' : askedLink(answered.asked)}>退出演示</a>
    </form>
  );
}

/** Set by how much there is to read; the script makes it smaller where it still does not fit. */
const sizeOf = (text: string): string => {
  if (text.length <= 24) return 'huge';
  if (text.length <= 60) return 'large';
  return text.length <= 140 ? 'middle' : 'small';
};

function SlideView({ slide, answered }: { readonly slide: Slide; readonly answered: Answered }) {
  switch (slide.kind) {
    case 'figure': {
      const { row, wanted, beside } = slide.figure;
      const place = labelsOf(answered).get(row.documentId) ?? row.documentId;
      return (
        <>
          <p class="slide-about">
            {place} · {row.name} · {wanted.label}
          </p>
          <p class={`slide-figure ${wanted.value.length > 8 ? 'long' : ''}`}>
            <FactValue fact={wanted} />
          </p>
          <p class="slide-beside">
            {beside.map((fact) => (
              <span key={fact.label}>
                {fact.label} <FactValue fact={fact} />
              </span>
            ))}
            {row.property !== null && <span>{row.property}</span>}
          </p>
        </>
      );
    }
    case 'table':
      return <FigureTable answerId="slide" figures={slide.figures} labels={labelsOf(answered)} />;
    case 'words':
      return (
        <div class={`slide-words ${sizeOf(slide.claims.map(({ text }) => text).join(''))}`}>
          {slide.claims.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      );
    case 'said':
      return (
        <div class={`slide-words ${sizeOf(slide.text)}`}>
          {slide.text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
  }
}

const labelsOf = ({ answer, documents }: Answered): ReadonlyMap<string, string> =>
  documentLabels(citedOf(answer, documents));

const citedOf = (
  { citations }: Answer,
  documents: readonly DocumentInfo[],
): readonly DocumentInfo[] =>
  documents.filter(({ id }) => citations.some(({ documentId }) => documentId === id));

interface FootProps {
  readonly slide: Slide;
  readonly answered: Answered;
  readonly at: number;
  readonly count: number;
}

/** Where it stands, and how to go on. */
function Foot({ slide, answered, at, count }: FootProps) {
  const places = placesOf(slide, answered.answer);
  return (
    <footer class="slide-foot">
      <p>{places.join('；')}</p>
      {count > 1 && (
        <nav aria-label="翻页">
          {at > 1 && (
            <a rel="prev" href={slideLink(answered.asked, at - 1)}>
              ← 上一页
            </a>
          )}
          <span>
            {at} / {count}
          </span>
          {at < count && (
            <a rel="next" href={slideLink(answered.asked, at + 1)}>
              下一页 →
            </a>
          )}
        </nav>
      )}
    </footer>
  );
}

const slideLink = (asked: Asked, n: number): string =>
  `${askedLink(asked).replace(/^\/\?/u, '/present?')}&n=${n}`;

function placesOf(slide: Slide, { citations }: Answer): readonly string[] {
  const ns = new Set(
    slide.kind === 'figure'
      ? [slide.figure.n]
      : slide.kind === 'table'
        ? slide.figures.map(({ n }) => n)
        : slide.kind === 'words'
          ? slide.claims.flatMap((claim) => claim.citations)
          : [],
  );
  return [...new Set(citations.filter(({ n }) => ns.has(n)).map((one) => sourcePlace(one)))].slice(
    0,
    2,
  );
}
