import { questionLink } from '../links.ts';

/** Questions, each of which asks itself. */
export function QuestionList({ questions }: { readonly questions: readonly string[] }) {
  return (
    <ul class="examples">
      {questions.map((question) => (
        <li key={question}>
          <a href={questionLink(question)}>{question}</a>
        </li>
      ))}
    </ul>
  );
}
