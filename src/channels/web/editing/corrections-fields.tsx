import { type Corrected, sayPeriod } from './corrections-form.ts';

interface CorrectionsFieldsProps {
  /** Keeps the fields of several forms apart. */
  readonly id: string;
  readonly read: Corrected;
}

/** What was read, to be set right where it is wrong. */
export function CorrectionsFields({ id, read }: CorrectionsFieldsProps) {
  const fields = [
    ['title', '标题', read.title],
    ['region', '地方', read.region ?? ''],
    ['period', '规划期', sayPeriod(read.period)],
    ['sourceUrl', '来源网址', read.sourceUrl ?? ''],
  ] as const;
  return (
    <div class="corrections">
      {fields.map(([name, label, value]) => (
        <div key={name}>
          <label for={`${id}-${name}`}>{label}</label>
          <input id={`${id}-${name}`} name={name} value={value} maxLength={200} />
        </div>
      ))}
    </div>
  );
}
