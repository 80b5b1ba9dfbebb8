/** A value of a parameter, and what it is called. */
export type Option = readonly [value: string, label: string];

/** No choice made. */
export const ALL: Option = ['', '全部'];

/** Values that are called as they are. */
export const toOptions = (values: readonly string[]): readonly Option[] =>
  values.map((value) => [value, value]);

/** Options under a name of their own. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface OptionsProps {
  readonly options: readonly Option[];
  readonly value: string;
}

function Options({ options, value }: OptionsProps) {
  return (
    <>
      {options.map(([option, title]) => (
        <option key={option} value={option} selected={option === value}>
          {title}
        </option>
      ))}
    </>
  );
}

interface ChoiceProps extends OptionsProps {
  /** Of the control and of its parameter. */
  readonly name: string;
  readonly label: string;
  /** After the options. */
  readonly groups?: readonly OptionGroup[];
  /** What the value is called where it is none of the options; as it is where left out. */
  readonly unlistedLabel?: string | undefined;
}

/** One of several values, in a form that filters; a value in force is shown even where it would leave nothing. */
export function Choice(props: ChoiceProps) {
  const { name, label, value, options, groups = [], unlistedLabel = value } = props;
  const listed = [...options, ...groups.flatMap((group) => group.options)];
  const isListed = listed.some(([option]) => option === value);
  return (
    <div class="choice">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <Options
          options={isListed ? options : [...options, [value, unlistedLabel]]}
          value={value}
        />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} value={value} />
          </optgroup>
        ))}
      </select>
    </div>
  );
}
