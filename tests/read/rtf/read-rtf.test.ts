import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.ts';
import { readLines } from '../read-lines.ts';

const rtf = (body: string, head = ''): Buffer =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg936${head}${body}}`, 'latin1');
/** 规划 in GBK, as such files spell it. */
const PLAN = String.raw`\'b9\'e6\'bb\'ae`;

describe('a rich text file', () => {
  test.each([
    ['by its code page', rtf(`\\pard ${PLAN}\\par`)],
    [
      'by the font',
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}\\pard\\f1 ${PLAN}\\par}`,
      ),
    ],
    [
      'by the font of its Chinese',
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}\\pard\\dbch\\af1\\loch\\f0 ${PLAN}\\par}`,
      ),
    ],
    ['by Unicode, with stand-ins left out', rtf(String.raw`\uc2\u-30268\'b9\'e6\uc1\u21010?\par`)],
  ])('is decoded %s', async (_, bytes) => {
    expect(await readLines(bytes, 'a.rtf')).toEqual(['规划']);
  });

  test('leaves out what does not print', async () => {
    const body = String.raw`{\header A\par}{\*\generator B;}\pard C{\v D}{\deleted E}{\field{\*\fldinst F}{\fldrslt G}}\par{\footer H\par}`;
    expect(await readLines(rtf(body), 'a.rtf')).toEqual(['CG']);
    expect((await readSource(rtf(body), 'a.rtf')).warnings.length).toBe(2);
  });

  test('keeps merged cells as spans', async () => {
    const body = String.raw`\trowd\clvmgf\cellx1000\cellx3000\pard\intbl A\cell B\cell\row\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell C\cell D\cell\row\pard E\par`;
    const { blocks } = await readSource(rtf(body), 'a.rtf');
    expect(blocks).toMatchObject([
      {
        type: 'table',
        headerRows: 1,
        rows: [
          {
            cells: [
              { column: 0, rowSpan: 2, text: 'A' },
              { column: 1, columnSpan: 2, text: 'B' },
            ],
          },
          {
            cells: [
              { column: 1, text: 'C' },
              { column: 2, text: 'D' },
            ],
          },
        ],
      },
      { type: 'paragraph', text: 'E' },
    ]);
  });

  test('puts footnotes at the end', async () => {
    const body = String.raw`\pard A{\footnote\pard B\par}C\par D\par`;
    expect(await readLines(rtf(body), 'a.rtf')).toEqual(['AC', 'D', 'B']);
  });

  test('that breaks off is refused', async () => {
    const bytes = rtf(String.raw`\pard A\par`);
    await expect(readSource(bytes.subarray(0, -1), 'a.rtf')).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
    });
  });
});
