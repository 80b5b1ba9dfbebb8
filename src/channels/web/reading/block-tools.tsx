interface BlockToolsProps {
  /** Where the link to the block leads; none where nothing anchors it. */
  readonly target: string | undefined;
  /** How the block is referred to in writing. */
  readonly reference: string | undefined;
  /** Where it stands in the original file; none where nothing is nearer than the whole file. */
  readonly original: string | undefined;
}

/**
 * Beside a heading, a paragraph or a row: a link to it and the words to refer to it by. They are text to select;
 * where scripts run one press copies them.
 */
export function BlockTools({ target, reference, original }: BlockToolsProps) {
  return (
    <div class="tools">
      {target !== undefined && (
        <a class="permalink" href={`#${target}`} aria-label="本段链接">
          ¶
        </a>
      )}
      {original !== undefined && (
        <a class="original" href={original} target="_blank" rel="noopener noreferrer">
          原件
        </a>
      )}
      {reference !== undefined && (
        <details class="reference">
          <summary>引用</summary>
          <p>{reference}</p>
        </details>
      )}
    </div>
  );
}
