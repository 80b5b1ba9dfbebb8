import { ALL, Choice, DocumentTicks, TextChoice, toOptions } from '../choice.tsx';
import type { Comparison } from './comparison.ts';
import { type ComparisonQuery, SORTS } from './comparison-query.ts';

interface CompareFormProps {
  readonly comparison: Comparison;
  readonly labels: ReadonlyMap<string, string>;
  readonly query: ComparisonQuery;
}

export function CompareForm({ comparison, labels, query }: CompareFormProps) {
  const { documents, shown, categories, properties } = comparison;
  return (
    <form class="filters" method="get" action="/compare">
      <TextChoice label="指标" value={query.text} placeholder="如：城镇化、失业、研发" />
      <Choice
        name="category"
        label="类别"
        value={query.category}
        options={[ALL, ...toOptions(categories)]}
      />
      <Choice
        name="property"
        label="属性"
        value={query.property}
        options={[ALL, ...toOptions(properties)]}
      />
      <Choice name="sort" label="排列" value={query.sort} options={Object.entries(SORTS)} />
      <DocumentTicks
        options={documents.map(({ id }) => [id, labels.get(id) ?? id])}
        ticked={new Set(shown.map(({ id }) => id))}
      />
      <button type="submit">查看</button>
    </form>
  );
}
