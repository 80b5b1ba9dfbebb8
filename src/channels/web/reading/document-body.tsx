import type { Block, Section } from '../../../model.ts';
import { gapAfterNumber } from '../../heading-words.ts';
import { anchorId, type Mark } from './anchors.ts';
import { BlockTools } from './block-tools.tsx';
import type { DocumentSetting } from './document-setting.ts';
import { TableView } from './document-table.tsx';
import {
  ExtraAnchors,
  PageMark,
  Paragraph,
  type Placed,
  passageAttributes,
  TextView,
} from './document-text.tsx';
import { groupByPassage, type PassageGroup } from './passage-groups.ts';
import { Phrases } from './phrases.tsx';

/** Below the document's own title; deeper sections share the last. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Passages of the paragraph that begins with the heading begin in the heading. */
function marksRunIn({ children: [first] }: Section, setting: DocumentSetting): readonly Mark[] {
  if (first?.type !== 'text' || !setting.runInHeadings.has(first)) return [];
  return (setting.anchors.get(first) ?? [])
    .filter(({ start }) => start === 0)
    .map((mark) => ({ ...mark, isAnchor: false }));
}

function HeadingView({ node, depth, setting }: SectionViewProps) {
  const Heading = HEADINGS[depth] ?? 'h6';
  const marks = setting.anchors.get(node) ?? [];
  const attributes = passageAttributes([...marks, ...marksRunIn(node, setting)]);
  const entryId = setting.entryIds.get(node);
  return (
    <div class="block">
      <Heading id={entryId}>
        <PageMark start={setting.pageStarts.get(node)?.[0]} />
        <ExtraAnchors marks={marks.filter(({ isAnchor }) => isAnchor).slice(1)} />
        <span class="passage" {...attributes}>
          {node.number !== null && <span class="number">{node.number}</span>}
          {gapAfterNumber(node)}
          <Phrases title={node.title} />
        </span>
      </Heading>
      <BlockTools
        target={attributes.id ?? entryId}
        reference={setting.references.get(node)}
        original={setting.originalOf(node.headingLines)}
      />
    </div>
  );
}

interface SectionViewProps extends Placed<Section> {
  readonly depth: number;
}

function SectionView({ node, depth, setting }: SectionViewProps) {
  return (
    <section class={node.kind}>
      <HeadingView node={node} depth={depth} setting={setting} />
      <DocumentBody nodes={node.children} depth={depth + 1} setting={setting} />
    </section>
  );
}

/** Paragraphs that are one passage together, so that a link shows them all. */
function GroupView({ node: { passageId, blocks }, setting }: Placed<PassageGroup>) {
  const [first] = blocks;
  const marks = (first && setting.anchors.get(first)) ?? [];
  return (
    <div class="block">
      <div class="passage" {...passageAttributes(marks)}>
        {blocks.map((block) => (
          <Paragraph key={block.lines.join()} node={block} setting={setting} isGrouped />
        ))}
      </div>
      <BlockTools
        target={anchorId(passageId)}
        reference={first && setting.references.get(first)}
        original={first && setting.originalOf(first.lines)}
      />
    </div>
  );
}

interface NodeViewProps extends Placed<Section | Block | PassageGroup> {
  readonly depth: number;
}

function NodeView({ node, depth, setting }: NodeViewProps) {
  switch (node.type) {
    case 'section':
      return <SectionView node={node} depth={depth} setting={setting} />;
    case 'table':
      return <TableView node={node} setting={setting} />;
    case 'text':
      return <TextView node={node} setting={setting} />;
    case 'group':
      return <GroupView node={node} setting={setting} />;
  }
}

interface DocumentBodyProps {
  readonly nodes: readonly (Section | Block)[];
  /** How many sections stand around. */
  readonly depth: number;
  readonly setting: DocumentSetting;
}

/** Sections and blocks in the order of the text. */
export function DocumentBody({ nodes, depth, setting }: DocumentBodyProps) {
  return (
    <>
      {groupByPassage(nodes, setting.anchors).map((node, index) => (
        <NodeView key={index} node={node} depth={depth} setting={setting} />
      ))}
    </>
  );
}
