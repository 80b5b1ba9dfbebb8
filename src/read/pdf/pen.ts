import { apply, IDENTITY, type Matrix, multiply, type Point } from './matrix.ts';

/** What pdf.js knows of a font and we need. */
export interface Font {
  readonly isBold: boolean;
  /** One unit of a glyph's width, as a share of the font's size. */
  readonly unit: number;
}

/** A character where it was drawn, in the page's own directions. */
export interface Mark {
  readonly text: string;
  /** On the baseline, before and behind it. */
  readonly start: Point;
  readonly end: Point;
  readonly size: number;
  readonly isBold: boolean;
  readonly font: Font;
}

/** As pdf.js hands it over; a number between glyphs is a shift. */
export type ShownItem = number | { unicode?: string; width?: number; isSpace?: boolean } | null;

interface State {
  ctm: Matrix;
  text: Matrix;
  line: Matrix;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scale, 1 as is. */
  scale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

const PLAIN_FONT: Font = { isBold: false, unit: 0.001 };
/** Fill and stroke: how printers fake a bold face. */
const FILL_AND_STROKE = 2;
const MAX_SAVED_STATES = 500;

/** The state of drawing of PDF (ISO 32000, 8.4 and 9.3), as far as places of characters need it. */
export class Pen {
  readonly #saved: State[] = [];
  readonly state: State;

  constructor(ctm: Matrix) {
    this.state = {
      ctm,
      text: IDENTITY,
      line: IDENTITY,
      font: PLAIN_FONT,
      fontSize: 1,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      renderMode: 0,
    };
  }

  save(): void {
    if (this.#saved.length < MAX_SAVED_STATES) this.#saved.push({ ...this.state });
  }

  restore(): void {
    Object.assign(this.state, this.#saved.pop() ?? {});
  }

  transform(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix);
  }

  beginText(): void {
    this.setTextMatrix(IDENTITY);
  }

  setTextMatrix(matrix: Matrix): void {
    this.state.text = matrix;
    this.state.line = matrix;
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(multiply(this.state.line, [1, 0, 0, 1, x, y]));
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading);
  }

  show(items: readonly ShownItem[]): Mark[] {
    const { state } = this;
    const marks: Mark[] = [];
    let x = 0;
    const placed = (): Matrix => multiply(state.ctm, state.text);
    const whole = placed();
    for (const item of items) {
      if (item === null) continue;
      if (typeof item === 'number') {
        x -= (item * state.fontSize * state.scale) / 1000;
        continue;
      }
      const width = (item.width ?? 0) * state.font.unit * state.fontSize;
      const spacing = state.charSpacing + (item.isSpace === true ? state.wordSpacing : 0);
      marks.push({
        text: item.unicode ?? '',
        start: apply(whole, [x, state.rise]),
        end: apply(whole, [x + width * state.scale, state.rise]),
        size: Math.hypot(whole[2], whole[3]) * Math.abs(state.fontSize),
        isBold: state.font.isBold || state.renderMode === FILL_AND_STROKE,
        font: state.font,
      });
      x += (width + spacing) * state.scale;
    }
    state.text = multiply(state.text, [1, 0, 0, 1, x, 0]);
    return marks;
  }
}
