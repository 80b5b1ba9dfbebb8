/** What the two kinds of targets are; as the national outline tells them apart. */
const MEANINGS: Readonly<Record<string, string>> = {
  预期性: '政府期望达到的目标，主要靠市场和社会自主实现，政府创造条件、努力争取。',
  约束性: '政府对公众的承诺，必须完成，由各部门分解落实并接受考核。',
};

interface ExplainedPropertyProps {
  readonly property: string;
  /** It is said elsewhere already: here it can only be asked what it means. */
  readonly isSaid?: boolean;
}

/** 约束性 or 预期性, with what it means for whoever wants to know. */
export function ExplainedProperty({ property, isSaid = false }: ExplainedPropertyProps) {
  const meaning = MEANINGS[property];
  if (meaning === undefined) return isSaid ? null : <span>{property}</span>;
  return (
    <details class="explained">
      <summary title="点开看是什么意思">
        {property}
        {isSaid && '是什么意思'}
      </summary>
      <p>
        {property}指标：{meaning}（这一句是名词说明，不是所引文件的原文。）
      </p>
    </details>
  );
}
