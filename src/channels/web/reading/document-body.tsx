import type { Block, Section } from '../../../model.ts';
import { gapAfterNumber } from '../../heading-words.ts';
import { anchorId } from './anchors.ts';
import type { DocumentSetting } from './document-setting.ts';
import { TableView } from './document-table.tsx';
import { ExtraAnchors, PageMark, type Placed, TextView } from './document-text.tsx';
import { groupByPassage, type PassageGroup } from './passage-groups.ts';

/** Below the document's own title; deeper sections share the last. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function SectionView({ node, depth, setting }: Placed<Section> & { readonly depth: number }) {
  const Heading = HEADINGS[depth] ?? 'h6';
  const [first, ...others] = setting.anchors.get(node) ?? [];
  return (
    <section class={node.kind}>
      <Heading id={setting.entryIds.get(node)}>
        <PageMark start={setting.pageStarts.get(node)?.[0]} />
        <ExtraAnchors marks={others} />
        <span class="passage" id={first && anchorId(first.passageId)}>
          <span class="number">{node.number}</span>
          {gapAfterNumber(node)}
          {node.title}
        </span>
      </Heading>
      <DocumentBody nodes={node.children} depth={depth + 1} setting={setting} />
    </section>
  );
}

interface NodeViewProps extends Placed<Section | Block | PassageGroup> {
  readonly depth: number;
}

function NodeView({ node, depth, setting }: NodeViewProps) {
  if (node.type === 'section') return <SectionView node={node} depth={depth} setting={setting} />;
  if (node.type === 'table') return <TableView node={node} setting={setting} />;
  if (node.type === 'text') return <TextView node={node} setting={setting} />;
  return (
    <div class="passage" id={anchorId(node.passageId)}>
      {node.blocks.map((block) => (
        <TextView key={block.lines.join()} node={block} setting={setting} isGrouped />
      ))}
    </div>
  );
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
