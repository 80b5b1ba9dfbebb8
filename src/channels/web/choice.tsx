import { MAX_QUESTION_CHARS } from '../question-limit.ts';

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

interface TextChoiceProps {
  /** Of the control and of its parameter; `q` where left out. */
  readonly name?: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Offered as one types. */
  readonly offered?: readonly string[];
  /** The key that leads here. */
  readonly shortcut?: string;
}

/** Words, in a form that filters or looks for something. */
export function TextChoice({ name = 'q', offered, shortcut, ...props }: TextChoiceProps) {
  const { label, value, placeholder } = props;
  const list = offered && `${name}-offered`;
  return (
    <div class="choice filter-text">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="search"
        list={list}
        maxLength={MAX_QUESTION_CHARS}
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        aria-keyshortcuts={shortcut}
        enterkeyhint="search"
      />
      {offered && (
        <datalist id={list}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}

interface DocumentTicksProps {
  /** Documents by id and what each is called. */
  readonly options: readonly Option[];
  readonly ticked: ReadonlySet<string>;
}

/** Any of several documents, in a form that filters. */
export const DocumentTicks = ({ options, ticked }: DocumentTicksProps) => (
  <fieldset class="choice">
    <legend>文件</legend>
    {options.map(([id, title]) => (
      <label key={id} class="tick">
        <input type="checkbox" name="document" value={id} checked={ticked.has(id)} />
        {title}
      </label>
    ))}
  </fieldset>
);
