import { ALL, Choice, toOptions } from '../choice.tsx';
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
      <div class="choice filter-text">
        <label for="q">指标</label>
        <input
          id="q"
          name="q"
          type="search"
          value={query.text}
          placeholder="如：城镇化、失业、研发"
          autocomplete="off"
        />
      </div>
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
      <fieldset class="choice">
        <legend>文件</legend>
        {documents.map(({ id }) => (
          <label key={id} class="tick">
            <input
              type="checkbox"
              name="document"
              value={id}
              checked={shown.some((each) => each.id === id)}
            />
            {labels.get(id)}
          </label>
        ))}
      </fieldset>
      <button type="submit">查看</button>
    </form>
  );
}
