/** A value of a parameter, and what it is called. */
export type Option = readonly [value: string, label: string];

/** Values as they are called, and before them none of them. */
export const withAll = (values: readonly string[], all = '全部'): readonly Option[] => [
  ['', all],
  ...values.map((value) => [value, value] as const),
];

interface ChoiceProps {
  /** Of the control and of its parameter. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** One of several values, in a form that filters. */
export function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div class="choice">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([option, title]) => (
          <option key={option} value={option} selected={option === value}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
