import type { OpenDocument } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { DocumentBody } from './document-body.tsx';
import { DocumentContents } from './document-contents.tsx';
import { settingOf } from './document-setting.ts';

const WEB_ADDRESS = /^https?:\/\//u;

function Facts({ info, pages }: { readonly info: DocumentInfo; readonly pages: number | null }) {
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

/** Stays in sight, as the page opens far below its head. */
function Changed() {
  return (
    <p class="notice" role="status">
      链接所指的文字在现在的文本里已经改动。下面标出的是最接近的一段，引用前请核对。
    </p>
  );
}

interface DocumentViewProps {
  readonly opened: OpenDocument;
  readonly hasChanged: boolean;
}

/** The whole document as text, each passage where a link can find it. */
export function DocumentView({ opened, hasChanged }: DocumentViewProps) {
  const { info, pages, children } = opened.document;
  const setting = settingOf(opened);
  return (
    <>
      {setting.contents.length > 0 && <DocumentContents contents={setting.contents} />}
      <article class="plan">
        {hasChanged && <Changed />}
        <header>
          <h1 data-p={setting.titlePassageId}>{info.title}</h1>
          <Facts info={info} pages={pages} />
        </header>
        <DocumentBody nodes={children} depth={0} setting={setting} />
      </article>
    </>
  );
}
