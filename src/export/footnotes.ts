import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, TextRun } from 'docx';
import { citedUrl } from '../channels/cited-url.ts';
import type { Citation, Nearest } from '../model.ts';
import { sourcePlace } from './sourced-text.ts';
import { wordRuns } from './word-text.ts';

const STYLE = 'FootnoteText';

/**
 * The footnotes of one file, numbered in the order they are referred to. A source that was given in full before is
 * referred back to: a footnote can be pointed at only once.
 */
export class Footnotes {
  readonly #notes: Paragraph[] = [];
  readonly #numbers = new Map<string, number>();

  cite(citation: Citation): FootnoteReferenceRun {
    const key = `${citation.passageId}\n${citation.quote}`;
    const earlier = this.#numbers.get(key);
    if (earlier !== undefined)
      return this.#add(new Paragraph({ style: STYLE, children: wordRuns(`同注${earlier}。`) }));
    this.#numbers.set(key, this.#notes.length + 1);
    return this.#add(source(`${sourcePlace(citation)}：“${citation.quote}” `, citedUrl(citation)));
  }

  /** Its words stand in the text already. */
  citePlace(nearest: Nearest): FootnoteReferenceRun {
    return this.#add(source(`${sourcePlace(nearest)} `, nearest.url));
  }

  /** By number, as a file wants them. */
  all(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(this.#notes.map((note, at) => [`${at + 1}`, { children: [note] }]));
  }

  #add(note: Paragraph): FootnoteReferenceRun {
    this.#notes.push(note);
    return new FootnoteReferenceRun(this.#notes.length);
  }
}

const source = (words: string, url: string): Paragraph =>
  new Paragraph({
    style: STYLE,
    children: [
      ...wordRuns(words.replace(/\s+/gu, ' ')),
      new ExternalHyperlink({
        link: url,
        children: [new TextRun({ text: url, style: 'Hyperlink' })],
      }),
    ],
  });
