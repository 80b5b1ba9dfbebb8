import type { Change, OpenDocument } from '../../../app.ts';
import {
  type DocumentInfo,
  type Indicator,
  KIND_NAMES,
  type SourceFormat,
} from '../../../model.ts';
import { nameOf } from '../../contents.ts';
import { readPrinted, sayPrinted } from '../comparing/printed-value.ts';
import { documentLink, passageLink } from '../links.ts';
import type { Page } from '../page.ts';
import { changesLink } from '../reading/document-notices.tsx';
import { originalLink } from '../reading/original.ts';
import { departmentLink } from '../tasks/task-query.ts';
import { TitleText } from '../title-text.tsx';
import { openingsOf } from './chapter-openings.ts';
import { overallGoal } from './overall-goal.ts';
import { panelsOf } from './panels-of.ts';
import { periodStatus } from './period-status.ts';

interface AboutPageProps {
  readonly opened: OpenDocument;
  readonly format: SourceFormat;
  readonly former: { readonly info: DocumentInfo; readonly changes: readonly Change[] } | undefined;
  readonly later: DocumentInfo | undefined;
  /** Anchors of the text, by the line a panel's heading stands on. */
  readonly panelLink: (line: number) => string | undefined;
  /** ISO 8601. */
  readonly today: string;
}

function whatItIs({ kind, region, issuer, documentNumber, issuedOn }: DocumentInfo): string {
  const issued = [issuer && `${issuer}发布`, documentNumber, issuedOn].filter(Boolean).join('，');
  return `${region ?? ''}${region === null ? '' : '的'}${KIND_NAMES[kind]}${issued === '' ? '' : `。${issued}`}。`;
}

/** A document before its text: what it is, what it wants, what stands where. Every sentence of it is a link. */
export const aboutPage = (props: AboutPageProps): Page => {
  const { info } = props.opened.document;
  return {
    name: 'about',
    title: `${info.shortTitle}概览`,
    content: (
      <>
        <Head {...props} />
        <Goal {...props} />
        <Chapters {...props} />
        <Indicators {...props} />
        <Panels {...props} />
        <Tasks {...props} />
        <Glossary {...props} />
      </>
    ),
  };
};

function Head({ opened, format, former, later, today }: AboutPageProps) {
  const { info, pages } = opened.document;
  return (
    <header class="page-head">
      <p class="eyebrow">文件概览</p>
      <h1>
        <TitleText title={info.title} />
      </h1>
      <p>
        {whatItIs(info)}
        {info.period !== null && `规划期${periodStatus(info.period, today)}。`}
        {pages !== null && `共 ${pages} 页。`}
      </p>
      {later !== undefined && (
        <p class="remark replaced">
          <strong>已被替代。</strong>现行的是
          <a href={`${documentLink(later.id)}/about`}>{later.title}</a>。
        </p>
      )}
      {former !== undefined && (
        <p class="remark">
          替代了<a href={documentLink(former.info.id)}>{former.info.title}</a>，
          <a href={changesLink(info.id)}>改了 {former.changes.length} 处</a>
          ，其中 {former.changes.filter(({ isFigure }) => isFigure).length} 处是数字。
        </p>
      )}
      <p class="tool-row">
        <a class="primary" href={documentLink(info.id)}>
          读全文
        </a>
        <a href={originalLink(info.id)}>原件（{format}）</a>
        <a href={`/search?${new URLSearchParams({ document: info.id })}`}>在这份文件里找</a>
        <a href={`/?${new URLSearchParams({ document: info.id })}`}>问这份文件</a>
      </p>
    </header>
  );
}

function Goal({ opened }: AboutPageProps) {
  const goal = overallGoal(opened.passages);
  if (goal === undefined) return null;
  return (
    <section aria-labelledby="goal">
      <h2 id="goal">总目标</h2>
      <blockquote class="goal">
        <a class="quiet" href={passageLink(opened.document.info.id, goal.passageId)}>
          {goal.words}
        </a>
      </blockquote>
    </section>
  );
}

function Chapters({ opened }: AboutPageProps) {
  const { id } = opened.document.info;
  const openings = openingsOf(opened);
  if (openings.length === 0) return null;
  const isOfLeads =
    openings.filter(({ entry }) => entry.node.type === 'text').length * 2 > openings.length;
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters">{isOfLeads ? '各段讲什么' : '各章讲什么'}</h2>
      {isOfLeads && <p class="leads-remark">这份原文的章节标题已经缺失，下面是各段开头的话。</p>}
      <ol class={isOfLeads ? 'leads' : 'chapter-lines'}>
        {openings.map(({ entry, words, passageId }) => (
          <li key={entry.id}>
            <a
              class={isOfLeads ? 'quiet' : 'chapter-title'}
              href={`${documentLink(id)}#${entry.id}`}
            >
              {nameOf(entry)}
            </a>
            {!isOfLeads && words !== undefined && passageId !== undefined && (
              <a class="chapter-words" href={passageLink(id, passageId)}>
                {words}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Indicators({ opened: { indicators } }: AboutPageProps) {
  const [first] = indicators;
  if (first === undefined) return null;
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">主要指标</h2>
      <div class="key-table">
        <table>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">{first.baseYear}年</th>
              <th scope="col">{first.targetYear}年目标</th>
              <th scope="col">年均/[累计]</th>
              <th scope="col">属性</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((row) => (
              <IndicatorLine key={row.passageId} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const cell = (value: string | null): string => {
  const printed = readPrinted(value);
  return printed.kind === 'not-set' ? printed.text : sayPrinted(printed);
};

function IndicatorLine({ row }: { readonly row: Indicator }) {
  return (
    <tr>
      <th scope="row">
        <a class="quiet" href={passageLink(row.documentId, row.passageId)}>
          {row.name}
          {row.unit !== null && `（${row.unit}）`}
        </a>
      </th>
      <td>{cell(row.base)}</td>
      <td>
        <strong>{cell(row.target)}</strong>
      </td>
      <td>{cell(row.change)}</td>
      <td>{cell(row.property)}</td>
    </tr>
  );
}

function Panels({ opened, panelLink }: AboutPageProps) {
  const panels = panelsOf(opened.document);
  if (panels.length === 0) return null;
  return (
    <section aria-labelledby="panels">
      <h2 id="panels">专栏</h2>
      <ul class="columns">
        {panels.map(({ number, title, headingLines: [line] }) => (
          <li key={line}>
            <a class="quiet" href={panelLink(line) ?? documentLink(opened.document.info.id)}>
              {number} {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_DEPARTMENTS = 8;

function Tasks({ opened: { document, responsibilities } }: AboutPageProps) {
  if (responsibilities.length === 0) return null;
  const counts = new Map<string, number>();
  for (const name of responsibilities.flatMap(({ leads }) => leads))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const busiest = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_DEPARTMENTS);
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">任务分工</h2>
      <p>
        <a href={`/tasks?${new URLSearchParams({ document: document.info.id })}`}>
          {responsibilities.length} 项任务
        </a>
        ，牵头最多的：
      </p>
      <ul class="columns">
        {busiest.map(([name, count]) => (
          <li key={name}>
            <a class="quiet" href={departmentLink(name)}>
              {name}
            </a>{' '}
            {count} 项
          </li>
        ))}
      </ul>
    </section>
  );
}

function Glossary({ opened: { document, glossary } }: AboutPageProps) {
  if (glossary.length === 0) return null;
  return (
    <section aria-labelledby="glossary">
      <h2 id="glossary">名词解释</h2>
      <dl class="slogans">
        {glossary.map(({ term, definition, passageId }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <a class="quiet" href={passageLink(document.info.id, passageId)}>
                {definition.replace(/\s*\n\s*/gu, '')}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
