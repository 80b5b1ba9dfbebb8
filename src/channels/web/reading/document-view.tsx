import type { OpenDocument } from '../../../app.ts';
import type { DocumentInfo, Reading, SourceFormat } from '../../../model.ts';
import { documentLink } from '../links.ts';
import { TitleText } from '../title-text.tsx';
import { DocumentBody } from './document-body.tsx';
import { DocumentContents } from './document-contents.tsx';
import { type Background, DocumentNotices } from './document-notices.tsx';
import { settingOf } from './document-setting.ts';
import { originalLink } from './original.ts';

const WEB_ADDRESS = /^https?:\/\//u;

interface FactsProps {
  readonly info: DocumentInfo;
  readonly pages: number | null;
  readonly format: SourceFormat;
}

function Facts({ info, pages, format }: FactsProps) {
  const { issuer, documentNumber, issuedOn, period, sourceUrl } = info;
  const facts = [
    ['发布', issuer],
    ['文号', documentNumber],
    ['日期', issuedOn],
    ['规划期', period && [...new Set(period)].join('—')],
    ['页数', pages],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      <div>
        <dt>原件</dt>
        <dd>
          <a href={originalLink(info.id)}>{format}</a>
        </dd>
      </div>
      {sourceUrl !== null && WEB_ADDRESS.test(sourceUrl) && (
        <div>
          <dt>来源</dt>
          <dd>
            <a href={sourceUrl} rel="noopener noreferrer external" target="_blank">
              发布网站
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

const CHANGED = '链接所指的文字在现在的文本里已经改动。下面标出的是最接近的一段，引用前请核对。';
const MOVED = '链接所指的文件已经换成这一版。引用前请核对。';

interface DocumentViewProps {
  readonly opened: OpenDocument;
  readonly reading: Reading;
  readonly background: Background;
  readonly hasChanged: boolean;
  readonly hasMoved: boolean;
}

/** The whole document as text, each passage where a link can find it. */
export function DocumentView({
  opened,
  reading,
  background,
  hasChanged,
  hasMoved,
}: DocumentViewProps) {
  const { info, pages, children } = opened.document;
  const setting = settingOf(opened, reading);
  return (
    <>
      {setting.contents.length > 0 && <DocumentContents contents={setting.contents} />}
      <article class="plan">
        {(hasChanged || hasMoved) && (
          // Stays in sight, as the page opens far below its head.
          <p class="notice" role="status">
            {hasChanged ? CHANGED : MOVED}
          </p>
        )}
        <header>
          <h1 data-p={setting.titlePassageId}>
            <TitleText title={info.title} />
          </h1>
          <Facts info={info} pages={pages} format={reading.format} />
          <p class="tool-row">
            <a href={`${documentLink(info.id)}/about`}>概览</a>
          </p>
          <DocumentNotices id={info.id} background={background} />
        </header>
        <DocumentBody nodes={children} depth={0} setting={setting} />
      </article>
    </>
  );
}
