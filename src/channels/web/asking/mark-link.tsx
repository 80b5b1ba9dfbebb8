import { sourceId } from './answer-source.tsx';

/** Leads to the source of this number. */
export function MarkLink({ answerId, n }: { readonly answerId: string; readonly n: number }) {
  return (
    <a class="mark" href={`#${sourceId(answerId, n)}`} aria-label={`依据${n}`}>
      {n}
    </a>
  );
}
