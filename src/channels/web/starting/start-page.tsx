import type { IndicatorGroup, OpenDocument, Slogan } from '../../../app.ts';
import type { Refusal } from '../../../model.ts';
import { documentLink, questionLink } from '../links.ts';
import type { Page } from '../page.ts';
import type { AnsweredTheme } from './answered-questions.ts';
import { DocumentCard } from './document-card.tsx';
import { KeyTable } from './key-table.tsx';
import { SloganList } from './slogan-list.tsx';

interface StartPageProps {
  readonly documents: readonly OpenDocument[];
  readonly indicators: readonly IndicatorGroup[];
  readonly slogans: readonly Slogan[];
  /** Files of the folder that could not be read. */
  readonly refusals: readonly Refusal[];
  readonly themes: readonly AnsweredTheme[];
  /** ISO 8601. */
  readonly today: string;
}

function Questions({ themes }: Pick<StartPageProps, 'themes'>) {
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">可以这样问</h2>
      <div class="question-themes">
        {themes.map(({ title, questions }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {questions.map((question) => (
                <li key={question}>
                  <a href={questionLink(question)}>{question}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function HowToAsk({ example }: { readonly example: string }) {
  return (
    <section aria-labelledby="how">
      <h2 id="how">在哪里问</h2>
      <dl class="ways">
        <dt>本站</dt>
        <dd>
          在<a href="/">提问页</a>
          写一句平常的话。要指明地方和年份，答案更准；答得不全，接着追问即可。
        </dd>
        <dt>Slack</dt>
        <dd>
          私信有据，或在频道里写 <code>@有据 {example}</code>
          。在同一个话题里接着问，它记得上文；点出处就回到本站原文。
        </dd>
        <dt>终端</dt>
        <dd>
          <code>npm run ask -- {example}</code>
        </dd>
        <dt>程序</dt>
        <dd>
          <a href="/api">接口说明</a>，返回 JSON。
        </dd>
      </dl>
      <p>有据只说文件里写了的话，每句都带出处；文件没有写的，它会说没有找到，并告诉你查过哪里。</p>
    </section>
  );
}

function Refused({ refusals }: Pick<StartPageProps, 'refusals'>) {
  if (refusals.length === 0) return null;
  return (
    <details class="refused">
      <summary>有 {refusals.length} 个文件没有读</summary>
      <ul>
        {refusals.map(({ file, message, keptAs }) => (
          <li key={file}>
            {message}
            {keptAs !== null && <a href={documentLink(keptAs)}>上次读到的内容仍可查阅</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function startPage({
  documents,
  indicators,
  slogans,
  refusals,
  themes,
  today,
}: StartPageProps): Page {
  const infos = documents.map(({ document }) => document.info);
  const [example = '2025年的主要目标是什么？'] = themes.flatMap(({ questions }) => questions);
  return {
    name: 'start',
    title: '新手入门',
    content: (
      <>
        <header class="page-head">
          <h1>从这里认识这些规划</h1>
          <p>
            收录 {documents.length} 份文件，今天是 {today}
            。先看它们是什么、讲什么，再挑一个问题试试。
          </p>
        </header>
        <section aria-labelledby="documents">
          <h2 id="documents">收录的文件</h2>
          {documents.map((opened) => (
            <DocumentCard key={opened.document.info.id} opened={opened} today={today} />
          ))}
          <Refused refusals={refusals} />
        </section>
        {themes.length > 0 && <Questions themes={themes} />}
        {indicators.length > 0 && (
          <section aria-labelledby="indicators">
            <h2 id="indicators">主要指标</h2>
            <KeyTable groups={indicators} documents={infos} />
            <p>
              <a href="/compare">全部指标并排比较</a>
            </p>
          </section>
        )}
        {slogans.length > 0 && (
          <section aria-labelledby="slogans">
            <h2 id="slogans">常见提法指什么</h2>
            <p class="section-lead">原文里自己说明了的提法，点开看原话。</p>
            <SloganList slogans={slogans} documents={infos} />
          </section>
        )}
        <HowToAsk example={example} />
      </>
    ),
  };
}
