import type { SourceDocument } from '../../model.ts';
import { Dropped } from '../dropped.ts';
import { fileError } from '../file-errors.ts';
import { decodeBytes, encodingOfCharset, encodingOfCodePage } from './code-pages.ts';
import { RtfBlocks } from './rtf-blocks.ts';
import {
  CHARACTERS,
  DESTINATIONS,
  FIRST_STATE,
  KNOWN_OPTIONAL,
  type RtfState,
  SIGNS,
} from './rtf-state.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

/**
 * Rich text: automatic numbers stand in the file as they print (\listtext). Read: the body, tables with merged
 * cells, text boxes, footnotes (at the end). Not read: heads and feet of pages, comments, hidden and deleted
 * text, pictures.
 */
export async function readRtf(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const reader = new RtfReader();
  for (const token of rtfTokens(Buffer.from(bytes).toString('latin1'))) reader.take(token);
  if (!reader.isComplete) throw fileError('FILE_DAMAGED', file, '文件不完整：结尾缺失。');
  return {
    format: 'rtf',
    blocks: reader.blocks.finish(),
    pages: null,
    warnings: reader.dropped.warnings(),
  };
}

const MAX_DEPTH = 2000;

class RtfReader {
  readonly blocks = new RtfBlocks();
  readonly dropped = new Dropped();
  readonly #stack: RtfState[] = [];
  #state: RtfState = { ...FIRST_STATE };
  readonly #encodings = new Map<number, string | undefined>();
  readonly #styleLevels = new Map<number, number>();
  #codePage: string | undefined;
  #fontTable = 0;
  #style = 0;
  /** The group has just opened: its first word may say that it is no text. */
  #isOpening: boolean = false;
  #isOptional: boolean = false;
  #standInsLeft = 0;
  #bytes = '';
  isComplete: boolean = false;

  take(token: RtfToken): void {
    if (token.type !== 'bytes') this.#flush();
    switch (token.type) {
      case 'open':
        if (this.#stack.length < MAX_DEPTH) this.#stack.push({ ...this.#state });
        this.#isOpening = true;
        this.#isOptional = false;
        this.#standInsLeft = 0;
        return;
      case 'close':
        this.#close();
        return;
      case 'sign':
        this.#sign(token.sign);
        return;
      case 'word':
        this.#word(token.word, token.value);
        return;
      case 'bytes':
        this.#take(token.bytes);
    }
  }

  #close(): void {
    const inside = this.#state;
    this.#state = this.#stack.pop() ?? { ...FIRST_STATE };
    this.#isOpening = false;
    this.#standInsLeft = 0;
    if (inside.destination === 'note' && this.#state.destination !== 'note') this.blocks.endNote();
    if (this.#stack.length === 0) this.isComplete = true;
  }

  #sign(sign: string): void {
    if (sign === '*') {
      this.#isOptional = true;
      return;
    }
    this.#isOpening = false;
    if (sign === '\n' || sign === '\r') this.#word('par', null);
    else this.#add(SIGNS[sign] ?? '');
  }

  #take(bytes: string): void {
    this.#isOpening = false;
    const skipped = Math.min(this.#standInsLeft, bytes.length);
    this.#standInsLeft -= skipped;
    this.#bytes += bytes.slice(skipped);
  }

  #flush(): void {
    if (this.#bytes === '') return;
    const { font, eastAsianFont } = this.#state;
    const text = decodeBytes(this.#bytes, [
      this.#encodings.get(font),
      eastAsianFont === null ? undefined : this.#encodings.get(eastAsianFont),
      this.#codePage,
    ]);
    this.#bytes = '';
    this.#add(text);
  }

  #add(text: string): void {
    const { destination, isHidden, isDeleted } = this.#state;
    if (isHidden || isDeleted) {
      if (destination === 'body' && text.trim() !== '') {
        this.dropped.add(isDeleted ? 'revision' : 'hidden');
      }
    } else if (destination === 'body') this.blocks.add(text);
    else if (destination === 'number') this.blocks.addNumber(text);
    else if (destination === 'note') this.blocks.addNote(text);
  }

  #word(word: string, value: number | null): void {
    if (this.#isOpening) {
      this.#isOpening = false;
      this.#openDestination(word);
    }
    if (word === 'u') this.#unicode(value ?? 0);
    else if (this.#state.destination === 'fonts') this.#fontWord(word, value);
    else if (this.#state.destination === 'styles') this.#styleWord(word, value);
    else if (CHARACTERS[word] !== undefined) this.#add(CHARACTERS[word]);
    else STATE_WORDS[word]?.(this.#state, value);
    if (word === 'ansicpg') this.#codePage = encodingOfCodePage(value ?? 0);
    if (this.#state.destination === 'body') this.#bodyWord(word, value);
    else if (this.#state.destination === 'note' && word === 'par') this.#add('\n');
  }

  #openDestination(word: string): void {
    const destination = DESTINATIONS[word];
    if (word === 'pict' && this.#state.destination !== 'skipped') this.dropped.add('picture');
    if (word === 'objdata') this.dropped.add('object');
    if (word === 'annotation') this.dropped.add('comment');
    if (this.#state.destination === 'skipped') return;
    if (destination !== undefined) this.#state.destination = destination;
    else if (this.#isOptional && !KNOWN_OPTIONAL.has(word)) this.#state.destination = 'skipped';
    this.#isOptional = false;
  }

  /** A sign of Unicode; halves of a pair come one after the other and join by themselves. */
  #unicode(value: number): void {
    this.#add(String.fromCharCode(value < 0 ? value + 0x10000 : value));
    this.#standInsLeft = this.#state.standIns;
  }

  #fontWord(word: string, value: number | null): void {
    if (word === 'f') this.#fontTable = value ?? 0;
    if (word === 'fcharset') this.#encodings.set(this.#fontTable, encodingOfCharset(value ?? 0));
  }

  #styleWord(word: string, value: number | null): void {
    if (word === 's') this.#style = value ?? 0;
    if (word === 'outlinelevel') this.#styleLevels.set(this.#style, value ?? 9);
  }

  #bodyWord(word: string, value: number | null): void {
    const { blocks } = this;
    switch (word) {
      case 'par':
      case 'sect':
        blocks.endParagraph();
        return;
      case 'pard':
        blocks.isInTable = false;
        blocks.level = null;
        return;
      case 'intbl':
        blocks.isInTable = true;
        return;
      case 's':
        blocks.level = levelOf(this.#styleLevels.get(value ?? 0));
        return;
      case 'outlinelevel':
        blocks.level = levelOf(value ?? 9);
        return;
      case 'cell':
        blocks.endCell();
        return;
      case 'nestcell':
      case 'nestrow':
        blocks.add(' ');
        return;
      case 'trowd':
        blocks.startRow();
        return;
      case 'clmrg':
        blocks.mergeCell('continuesLeft');
        return;
      case 'clvmrg':
        blocks.mergeCell('continuesUp');
        return;
      case 'cellx':
        blocks.edge(value ?? 0);
        return;
      case 'row':
        blocks.endRow();
        return;
      default:
    }
  }
}

function levelOf(outlineLevel: number | undefined): number | null {
  return outlineLevel === undefined || outlineLevel > 8 ? null : outlineLevel + 1;
}

/** Words that change what is in force. */
const STATE_WORDS: Readonly<Record<string, (state: RtfState, value: number | null) => void>> = {
  uc: (state, value) => {
    state.standIns = value ?? 1;
  },
  f: (state, value) => {
    state.font = value ?? 0;
  },
  af: (state, value) => {
    state.eastAsianFont = value;
  },
  v: (state, value) => {
    state.isHidden = value !== 0;
  },
  deleted: (state, value) => {
    state.isDeleted = value !== 0;
  },
  plain: (state) => {
    state.isHidden = false;
    state.isDeleted = false;
  },
};
