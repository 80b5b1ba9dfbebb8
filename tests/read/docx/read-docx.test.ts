import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.ts';
import { makeZip } from '../make-zip.ts';
import { readLines } from '../read-lines.ts';
import { docxParts, makeDocx, paragraph } from './make-docx.ts';

const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;
const text = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`;
const cell = (words: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`;

describe('a Word document', () => {
  test('in one frame is read as the text that is framed', async () => {
    const body = `<w:tbl><w:tr><w:tc>${paragraph('一、总则')}${paragraph('正文。')}</w:tc></w:tr></w:tbl>`;
    expect(await readLines(makeDocx({ body }), 'a.docx')).toEqual(['一、总则', '正文。']);
  });

  test('gives of a field its result and of a link its words', async () => {
    const body =
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>${text('见表1')}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
      `<w:hyperlink><w:r>${text('和附件')}</w:r></w:hyperlink></w:p>`;
    expect(await readLines(makeDocx({ body }), 'a.docx')).toEqual(['见表1和附件']);
  });

  test('loses nothing to a field that is half hidden or torn', async () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr>';
    const body =
      `<w:p><w:r>${hidden}<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE </w:instrText></w:r>` +
      `<w:r>${hidden}<w:fldChar w:fldCharType="end"/></w:r><w:r>${text('甲')}</w:r></w:p>` +
      `${run(`${text('乙')}<w:fldChar w:fldCharType="begin"/>`)}${paragraph('丙')}`;
    expect(await readLines(makeDocx({ body }), 'a.docx')).toEqual(['甲', '乙', '丙']);
  });

  test('runs a paragraph whose end was deleted on into the next one of its cell', async () => {
    const gone = '<w:rPr><w:del/></w:rPr>';
    const first = `<w:tc>${paragraph('甲', gone)}${paragraph('乙')}${paragraph('丙', gone)}</w:tc>`;
    const body = `<w:tbl><w:tr>${first}${cell('丁')}</w:tr></w:tbl>`;
    expect(await readLines(makeDocx({ body }), 'a.docx')).toEqual(['甲乙丙 | 丁']);
  });

  test('puts its notes at the end, each at the paragraph that refers to it', async () => {
    const source = await readSource(
      makeDocx({
        body: `${run(`${text('人均')}<w:footnoteReference w:id="2"/>${text('收入')}`)}${paragraph('末段。')}`,
        footnotes: `<w:footnote w:id="0" w:type="separator">${paragraph('----')}</w:footnote><w:footnote w:id="2">${paragraph('按常住人口计。')}</w:footnote>`,
      }),
      'a.docx',
    );
    expect(source.blocks).toEqual([
      { type: 'paragraph', text: '人均收入', place: { type: 'paragraph', ordinal: 1 } },
      { type: 'paragraph', text: '末段。', place: { type: 'paragraph', ordinal: 2 } },
      { type: 'note', text: '按常住人口计。', place: { type: 'paragraph', ordinal: 1 } },
    ]);
  });

  test('tells what was left out: contents, pictures, comments', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';
    const body =
      paragraph('第一章 总则\t1', '<w:pStyle w:val="11"/>') +
      paragraph('第一章 总则') +
      run('<w:drawing><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></w:drawing>') +
      run(`${text('正文')}<w:commentReference w:id="0"/>`);
    const { blocks, warnings } = await readSource(makeDocx({ body, styles }), 'a.docx');
    expect(blocks.length).toBe(2);
    expect(warnings.join()).toMatch(/目录.*1 张图片.*1 处批注/su);
  });

  test('knows headings by their outline level, long paragraphs never', async () => {
    const heading = '<w:outlineLvl w:val="1"/>';
    const body =
      paragraph('总体要求', heading) +
      paragraph('一、加快建设。到2025年建成十个园区，带动就业。', heading);
    const { blocks } = await readSource(makeDocx({ body }), 'a.docx');
    expect(blocks.map((block) => block.type)).toEqual(['heading', 'paragraph']);
  });

  test('parts a paragraph whose lines are paragraphs, and joins a line broken in a sentence', async () => {
    const body = run(
      `${text('一是稳增长。')}<w:br/>${text('二是调')}<w:br/>${text('结构。')}<w:br/>${text('GDP')}<w:br/>${text('growth')}`,
    );
    expect(await readLines(makeDocx({ body }), 'a.docx')).toEqual([
      '一是稳增长。',
      '二是调结构。',
      'GDP growth',
    ]);
  });

  test('keeps merged cells as spans, and skipped grid columns', async () => {
    const body =
      `<w:tbl><w:tr>${cell('指标', '<w:vMerge w:val="restart"/>')}${cell('目标', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('2020年')}${cell('2025年')}</w:tr>` +
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('65')}${cell('75')}</w:tr></w:tbl>`;
    const { blocks } = await readSource(makeDocx({ body }), 'a.docx');
    expect(blocks[0]).toMatchObject({
      type: 'table',
      headerRows: 2,
      rows: [
        {
          cells: [
            { column: 0, rowSpan: 2, text: '指标' },
            { column: 1, columnSpan: 2 },
          ],
        },
        {
          cells: [
            { column: 1, text: '2020年' },
            { column: 2, text: '2025年' },
          ],
        },
        {
          cells: [
            { column: 1, text: '65' },
            { column: 2, text: '75' },
          ],
        },
      ],
    });
  });
});

describe('an archive that is not what it seems', () => {
  const code = async (bytes: Buffer): Promise<unknown> =>
    await readSource(bytes, 'a.docx').then(
      () => 'read',
      (error: { code?: unknown }) => error.code,
    );

  test('is refused while it inflates, whatever its directory says', async () => {
    const [document] = docxParts({ body: paragraph(' '.repeat(40 * 1024 * 1024)) });
    if (document === undefined) throw new Error('no document');
    expect(await code(makeZip([document]))).toBe('FILE_TOO_LARGE');
    expect(await code(makeZip([{ ...document, statedSize: 1000 }]))).toBe('FILE_TOO_LARGE');
  });

  test('is refused where parts are not as stated, or broken off', async () => {
    const [document] = docxParts({ body: paragraph('正文') });
    if (document === undefined) throw new Error('no document');
    expect(await code(makeZip([{ ...document, statedSize: 1 }]))).toBe('FILE_DAMAGED');
    const broken = { ...document, content: String(document.content).slice(0, -20) };
    expect(await code(makeZip([broken]))).toBe('FILE_DAMAGED');
  });

  test('is no Word file where it holds none', async () => {
    expect(await code(makeZip([{ name: 'a.txt', content: '正文' }]))).toBe('FILE_TYPE_UNKNOWN');
    expect(await code(makeZip([{ name: 'word/styles.xml', content: '<a/>' }]))).toBe(
      'FILE_DAMAGED',
    );
  });
});
