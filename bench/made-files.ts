import { constants, crc32, deflateRawSync } from 'node:zlib';
import { createRandom } from './random.ts';

/** A plan as offices print it: about 900 characters a page. */
const PAGES = 182;
const LINES_A_PAGE = 25;
const CHARS_A_LINE = 37;
const WORDS =
  '发展建设推进完善提升加快实施促进强化优化产业创新生态民生改革开放区域城乡基础设施公共服务数字经济绿色低碳质量水平体系能力机制工程项目重点全面持续深入统筹协调';

/** The same every time it is made. */
function pagesOfText(): readonly (readonly string[])[] {
  const random = createRandom(182);
  const line = (length: number): string =>
    Array.from({ length }, () => WORDS.charAt(Math.floor(random() * WORDS.length))).join('');
  return Array.from({ length: PAGES }, (_, page) => [
    `第${page + 1}章 ${line(12)}`,
    ...Array.from({ length: LINES_A_PAGE - 1 }, (_, at) =>
      at % 4 === 3 ? `${line(CHARS_A_LINE - 9)}。` : line(CHARS_A_LINE),
    ),
  ]);
}

export function makeDocx(): Buffer {
  const paragraphs = pagesOfText().flatMap(([heading = '', ...lines]) => [
    heading,
    ...lines.join('').split(/(?<=。)/u),
  ]);
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipOf(
    Object.entries({ 'word/document.xml': wordDocument(body) }).map(([name, text]) => {
      const bytes = Buffer.from(text);
      return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
    }),
  );
}

/** 64 MB of blanks, 32 times over, that its directory calls 1 MB. */
export function makeBomb(): Buffer {
  const [block, times] = [Buffer.alloc(64 << 20, ' '), 32];
  const part = deflateRawSync(block, { level: 1, finishFlush: constants.Z_FULL_FLUSH });
  const [head = '', tail = ''] = wordDocument('|').split('|');
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([
    flushed(head),
    ...Array.from({ length: times }, () => part),
    deflateRawSync(tail),
  ]);
  return zipOf([{ name: 'word/document.xml', packed, size: 1 << 20, crc: 0 }]);
}

const wordDocument = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

interface Packed {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

function zipOf(parts: readonly Packed[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc } of parts) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    const entry = [Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, where];
    directory.push(...entry, Buffer.from(name));
    files.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listing, Buffer.from('PK\u0005\u0006'), end]);
}

/** With a font that is named and not embedded, as many offices make it. */
export function makePdf(): Buffer {
  const pages = pagesOfText();
  const kids = pages.map((_, page) => `${4 + page * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >> >>] >>',
    ...pages.flatMap((lines, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + page * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      streamOf(lines.map(showLine).join('\n')),
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, 'latin1');
}

const streamOf = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function showLine(line: string, at: number): string {
  const hex = Buffer.from(line, 'utf16le').swap16().toString('hex');
  return `BT /F 12 Tf 1 0 0 1 72 ${770 - at * 28} Tm <${hex}> Tj ET`;
}
