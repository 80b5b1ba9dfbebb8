import type { Slogan } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { passageLink } from '../links.ts';

const READING_MARKS = /^[—–-]+/u;
const SENTENCE = /^[^。]*。?/u;

/** Of several things it stands for each in its first sentence, of a single sentence all of it. */
function wordsOf(quote: string, isOneOfMany: boolean): string {
  const text = quote.replace(/\s*\n\s*/gu, '').replace(READING_MARKS, '');
  return isOneOfMany ? (SENTENCE.exec(text)?.[0] ?? text) : text;
}

interface SloganListProps {
  readonly slogans: readonly Slogan[];
  readonly documents: readonly DocumentInfo[];
}

/** What each document's slogans stand for, in its own words. */
export function SloganList({ slogans, documents }: SloganListProps) {
  return (
    <>
      {documents.map(({ id, shortTitle }) => {
        const own = slogans.filter(({ documentId }) => documentId === id);
        if (own.length === 0) return null;
        return (
          <details key={id}>
            <summary>
              {shortTitle}：{own.map(({ name }) => `“${name}”`).join('、')}
            </summary>
            <dl class="slogans">
              {own.map(({ name, proofs }) => (
                <div key={name}>
                  <dt>“{name}”</dt>
                  {proofs.map(({ passage, quote }) => (
                    <dd key={passage.id + quote}>
                      <a class="quiet" href={passageLink(id, passage.id)}>
                        {wordsOf(quote, proofs.length > 1)}
                      </a>
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </details>
        );
      })}
    </>
  );
}
