import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isStrangeFont } from './legible.ts';
import { toMatrix } from './matrix.ts';
import type { Page, Rule } from './page.ts';
import { type Font, type Mark, Pen, type ShownItem } from './pen.ts';
import { foldRadicals } from './radicals.ts';
import { rulesOf } from './rules.ts';
import { uprightPage } from './upright.ts';

/** More lines than this are a map or a chart, not a table. */
const MAX_RULES = 20_000;

const STROKING: ReadonlySet<unknown> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const PAINTING: ReadonlySet<unknown> = new Set([...STROKING, OPS.fill, OPS.eoFill]);

interface Canvas {
  readonly pen: Pen;
  readonly fonts: ReadonlyMap<string, Font>;
  readonly marks: Mark[];
  readonly rules: Rule[];
}

type Args = readonly unknown[];
const number = (args: Args, index: number): number => Number(args[index] ?? 0);

/** What each operator does to places; all others (colours, images, clips) do nothing. */
const OPERATORS: ReadonlyMap<number, (canvas: Canvas, args: Args) => void> = new Map([
  [OPS.save, ({ pen }: Canvas) => pen.save()],
  [OPS.restore, ({ pen }: Canvas) => pen.restore()],
  [OPS.transform, ({ pen }: Canvas, args: Args) => pen.transform(toMatrix(args.map(Number)))],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, ({ pen }: Canvas) => pen.restore()],
  [OPS.beginText, ({ pen }: Canvas) => pen.beginText()],
  [OPS.setCharSpacing, set('charSpacing')],
  [OPS.setWordSpacing, set('wordSpacing')],
  [
    OPS.setHScale,
    ({ pen }: Canvas, args: Args) => Object.assign(pen.state, { scale: number(args, 0) / 100 }),
  ],
  [OPS.setLeading, set('leading')],
  [OPS.setTextRise, set('rise')],
  [OPS.setTextRenderingMode, set('renderMode')],
  [OPS.setFont, setFont],
  [OPS.moveText, ({ pen }: Canvas, args: Args) => pen.moveText(number(args, 0), number(args, 1))],
  [OPS.setLeadingMoveText, moveWithLeading],
  [OPS.setTextMatrix, setTextMatrix],
  [OPS.nextLine, ({ pen }: Canvas) => pen.nextLine()],
  [OPS.showText, show],
  [OPS.showSpacedText, show],
  [OPS.nextLineShowText, showOnNextLine],
  [OPS.nextLineSetSpacingShowText, showSpacedOnNextLine],
  [OPS.constructPath, drawPath],
]);

/** Runs a page's operators and keeps the places of its characters and straight lines. */
export async function drawPage(page: PDFPageProxy): Promise<Page> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const canvas: Canvas = {
    pen: new Pen(toMatrix(transform)),
    fonts: await fontsOf(page, fnArray, argsArray),
    marks: [],
    rules: [],
  };
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index];
    OPERATORS.get(operator)?.(canvas, Array.isArray(args) ? args : []);
  });
  const shown = canvas.marks.filter(({ text }) => text.trim() !== '' && !isSymbol(text));
  const strange = strangeFonts(shown);
  const isReadable = ({ text, font }: Mark): boolean =>
    text.trim() === '' || !(isUnreadable(text) || strange.has(font));
  const readable = canvas.marks
    .filter(isReadable)
    .map((mark) => ({ ...mark, text: foldRadicals(mark.text) }));
  return {
    page: page.pageNumber,
    ...uprightPage(readable, canvas.rules, width, height),
    shown: shown.length,
    unreadable: shown.filter((mark) => !isReadable(mark)).length,
  };
}

function strangeFonts(marks: readonly Mark[]): Set<Font> {
  const texts = new Map<Font, string[]>();
  for (const { font, text } of marks) {
    const known = texts.get(font);
    if (known === undefined) texts.set(font, [text]);
    else known.push(text);
  }
  return new Set([...texts].filter(([, all]) => isStrangeFont(all)).map(([font]) => font));
}

/** Private use, controls and unassigned codes: a font without a table to Unicode. */
function isUnreadable(text: string): boolean {
  return /[\p{Co}\p{Cn}\p{Cs}\p{Cc}\ufffd]/u.test(text);
}

/** Bullets and ticks of the symbol fonts that every machine has; nobody misses them. */
function isSymbol(text: string): boolean {
  return /^[\uf020-\uf0ff]$/u.test(text);
}

type NumberSetting = 'charSpacing' | 'wordSpacing' | 'leading' | 'rise' | 'renderMode';

function set(setting: NumberSetting): (canvas: Canvas, args: Args) => void {
  return ({ pen }, args) => {
    pen.state[setting] = number(args, 0);
  };
}

function beginForm({ pen }: Canvas, [matrix]: Args): void {
  pen.save();
  if (isNumbers(matrix)) pen.transform(toMatrix(matrix));
}

function setFont({ pen, fonts }: Canvas, args: Args): void {
  const font = fonts.get(String(args[0]));
  if (font !== undefined) pen.state.font = font;
  pen.state.fontSize = number(args, 1);
}

function moveWithLeading({ pen }: Canvas, args: Args): void {
  pen.state.leading = -number(args, 1);
  pen.moveText(number(args, 0), number(args, 1));
}

function setTextMatrix({ pen }: Canvas, args: Args): void {
  pen.setTextMatrix(toMatrix(isNumbers(args[0]) ? args[0] : args.map(Number)));
}

function show({ pen, marks }: Canvas, [items]: Args): void {
  // The one shape pdf.js gives here: glyphs and shifts between them.
  if (Array.isArray(items)) marks.push(...pen.show(items as ShownItem[]));
}

function showOnNextLine(canvas: Canvas, args: Args): void {
  canvas.pen.nextLine();
  show(canvas, args);
}

function showSpacedOnNextLine(canvas: Canvas, args: Args): void {
  canvas.pen.state.wordSpacing = number(args, 0);
  canvas.pen.state.charSpacing = number(args, 1);
  showOnNextLine(canvas, args.slice(2));
}

function drawPath({ pen, rules }: Canvas, [paint, path]: Args): void {
  if (!PAINTING.has(paint) || !Array.isArray(path) || rules.length > MAX_RULES) return;
  const steps: unknown = path[0];
  if (isNumbers(steps)) {
    rules.push(...rulesOf(steps, pen.state.ctm, STROKING.has(paint)));
  }
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return value instanceof Float32Array || (Array.isArray(value) && typeof value[0] === 'number');
}

const BOLD_NAME = /bold|black|heavy|semib|demi|simhei|heiti|yahei|xiaobiaosong|小标宋|黑体/iu;

async function fontsOf(
  page: PDFPageProxy,
  operators: readonly number[],
  args: readonly unknown[],
): Promise<Map<string, Font>> {
  const names = new Set<string>();
  operators.forEach((operator, index) => {
    const of = args[index];
    if (operator === OPS.setFont && Array.isArray(of)) names.add(String(of[0]));
  });
  const fonts = await Promise.all(
    [...names].map(
      async (name) =>
        [name, toFont(await new Promise((done) => page.commonObjs.get(name, done)))] as const,
    ),
  );
  return new Map(fonts);
}

function toFont(known: unknown): Font {
  // A font that pdf.js could not load comes as the words of its error.
  const font = (typeof known === 'object' ? known : null) as {
    name?: string;
    bold?: boolean;
    black?: boolean;
    isType3Font?: boolean;
    fontMatrix?: readonly number[];
  } | null;
  return {
    isBold: font?.bold === true || font?.black === true || BOLD_NAME.test(font?.name ?? ''),
    unit: font?.isType3Font === true ? Math.abs(font.fontMatrix?.[0] ?? 0.001) : 0.001,
  };
}
