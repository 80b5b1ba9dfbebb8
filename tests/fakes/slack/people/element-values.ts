import { type Fields, fieldsIn, objectsIn } from '../fields.ts';

/** What a person does with an element: clicks it, chooses a value, types a text. */
export type Choice = string | readonly string[] | undefined;

const optionsOf = (element: Fields): Fields[] => [
  ...objectsIn(element.options),
  ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
];

/** The option of that value. For menus filled from outside the value stands for its text too. */
function optionOf(element: Fields, value: string): Fields {
  if (String(element.type).includes('external_select')) {
    return { text: { type: 'plain_text', text: value }, value };
  }
  const option = optionsOf(element).find((each) => each.value === value);
  if (!option) {
    const values = optionsOf(element).map((each) => each.value);
    throw new Error(
      `${String(element.action_id)} has no option ${value}, only ${values.join(', ')}`,
    );
  }
  return option;
}

const listOf = (choice: Choice): readonly string[] =>
  choice === undefined ? [] : typeof choice === 'string' ? [choice] : choice;

/** The part of a payload that says what was chosen, by type of element; `initial_…` when nothing was. */
export function chosenValue(element: Fields, choice: Choice): Fields {
  const type = String(element.type);
  const single = typeof choice === 'string' ? choice : undefined;
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return {
        type,
        selected_option:
          single === undefined ? (element.initial_option ?? null) : optionOf(element, single),
      };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return {
        type,
        selected_options:
          choice === undefined
            ? objectsIn(element.initial_options)
            : listOf(choice).map((value) => optionOf(element, value)),
      };
    case 'users_select':
      return { type, selected_user: single ?? element.initial_user ?? null };
    case 'channels_select':
      return { type, selected_channel: single ?? element.initial_channel ?? null };
    case 'conversations_select':
      return { type, selected_conversation: single ?? element.initial_conversation ?? null };
    case 'datepicker':
      return { type, selected_date: single ?? element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: single ?? element.initial_time ?? null };
    case 'feedback_buttons':
      return { type, ...feedbackOf(element, single) };
    case 'button':
    case 'icon_button':
      return { type, text: element.text, ...('value' in element ? { value: element.value } : {}) };
    default:
      return { type, value: single ?? element.initial_value ?? null };
  }
}

/** `positive`, `negative` or the value of one of the two. */
function feedbackOf(element: Fields, choice: string | undefined): Fields {
  const positive = fieldsIn(element.positive_button);
  const negative = fieldsIn(element.negative_button);
  const chosen =
    choice === 'positive' || choice === positive.value
      ? positive
      : choice === 'negative' || choice === negative.value
        ? negative
        : undefined;
  if (!chosen) {
    throw new Error(`Say which: click(…, { choose: 'positive' }) or 'negative'`);
  }
  return { text: chosen.text, value: chosen.value };
}

/** Whether nothing was typed or chosen. */
export const isBlank = (value: Fields): boolean =>
  Object.entries(value).every(
    ([key, part]) =>
      key === 'type' ||
      part === null ||
      part === undefined ||
      part === '' ||
      (Array.isArray(part) && part.length === 0),
  );
