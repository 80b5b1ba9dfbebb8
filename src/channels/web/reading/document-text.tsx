import { Fragment } from 'preact';
import type { TextBlock } from '../../../model.ts';
import { Numerals } from '../numerals.tsx';
import { anchorId, type Mark } from './anchors.ts';
import { BlockTools } from './block-tools.tsx';
import type { DocumentSetting } from './document-setting.ts';
import type { PageStart } from './reading-order.ts';

/** Something of a document, with what is needed to set it. */
export interface Placed<Node> {
  readonly node: Node;
  readonly setting: DocumentSetting;
}

/** In the margin, where a page of the printed document begins. */
export function PageMark({ start }: { readonly start: PageStart | undefined }) {
  if (start === undefined) return null;
  return (
    <span class="page-mark" id={`page-${start.page}`}>
      第{start.page}页
    </span>
  );
}

/** Targets of links to further passages that begin at the same place. */
export function ExtraAnchors({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <>
      {marks.map(({ passageId }) => (
        <span key={passageId} id={anchorId(passageId)} />
      ))}
    </>
  );
}

/**
 * What says of an element that words of passages stand in it: its id where a link to one passage arrives, and
 * the ids of those that only go on in it or share it.
 */
export function passageAttributes(marks: readonly Mark[]) {
  const anchor = marks.find(({ isAnchor }) => isAnchor);
  const others = marks.filter((mark) => mark !== anchor).map(({ passageId }) => passageId);
  return {
    id: anchor && anchorId(anchor.passageId),
    'data-p': others.length > 0 ? others.join(' ') : undefined,
    'data-torn': anchor?.isTorn || undefined,
  };
}

interface StretchProps extends Placed<TextBlock> {
  readonly start: number;
  readonly end: number;
}

/** Between the cells of a head that was a table on the web page it was taken from. */
const BARS = /\s*[|｜]+\s*/gu;

/** A stretch of text without a page's beginning; what of it is the lead is set off. */
function Words({ node: { kind, text, lead }, start, end }: Omit<StretchProps, 'setting'>) {
  if (kind === 'front') return <>{text.slice(start, end).replace(BARS, '　')}</>;
  const at = lead === null ? -1 : text.indexOf(lead);
  if (lead === null || at === -1) return <Numerals text={text.slice(start, end)} />;
  const leadStart = Math.min(Math.max(at, start), end);
  const leadEnd = Math.min(Math.max(at + lead.length, leadStart), end);
  return (
    <>
      <Numerals text={text.slice(start, leadStart)} />
      {leadEnd > leadStart && <strong class="lead">{text.slice(leadStart, leadEnd)}</strong>}
      <Numerals text={text.slice(leadEnd, end)} />
    </>
  );
}

function Stretch({ node, setting, start, end }: StretchProps) {
  const pages = setting.pageStarts.get(node) ?? [];
  const inside = pages.filter(({ offset }) => offset >= start && offset < end);
  return (
    <>
      <Words node={node} start={start} end={inside[0]?.offset ?? end} />
      {inside.map((page, index) => (
        <Fragment key={page.page}>
          <PageMark start={page} />
          <Words node={node} start={page.offset} end={inside[index + 1]?.offset ?? end} />
        </Fragment>
      ))}
    </>
  );
}

interface ParagraphProps extends Placed<TextBlock> {
  /** The anchor stands round several paragraphs already. */
  readonly isGrouped?: boolean;
}

/** A paragraph with its passages in place; what no passage holds stands between them. */
export function Paragraph({ node, setting, isGrouped = false }: ParagraphProps) {
  const from = setting.runInHeadings.get(node) ?? 0;
  const marks = (setting.anchors.get(node) ?? []).map((mark) => ({
    ...mark,
    start: Math.max(mark.start, from),
    end: Math.max(mark.end, from),
  }));
  return (
    <p class={node.kind} id={setting.entryIds.get(node)}>
      {marks.map((mark, index) => (
        <Fragment key={mark.passageId}>
          <Stretch
            node={node}
            setting={setting}
            start={marks[index - 1]?.end ?? from}
            end={mark.start}
          />
          <span class="passage" {...(isGrouped ? {} : passageAttributes([mark]))}>
            <Stretch node={node} setting={setting} start={mark.start} end={mark.end} />
          </span>
        </Fragment>
      ))}
      <Stretch
        node={node}
        setting={setting}
        start={marks.at(-1)?.end ?? from}
        end={node.text.length}
      />
    </p>
  );
}

/** A paragraph with its tools; nothing of one that only repeats its heading. */
export function TextView({ node, setting }: Placed<TextBlock>) {
  const [first] = setting.anchors.get(node) ?? [];
  if (first === undefined && setting.runInHeadings.get(node) === node.text.length) return null;
  return (
    <div class="block">
      <Paragraph node={node} setting={setting} />
      <BlockTools
        target={first && anchorId(first.passageId)}
        reference={setting.references.get(node)}
        original={setting.originalOf(node.lines)}
      />
    </div>
  );
}
