import { describe, expect, test } from 'vitest';
import type { SourceBlock } from '../../../src/model.ts';
import { readHtml } from '../../../src/read/html/read-html.ts';

const read = async (html: string) => await readHtml(Buffer.from(html), '网页.html');
const textOf = (block: SourceBlock): string => (block.type === 'table' ? '' : block.text);
const linesOf = async (html: string): Promise<string[]> => (await read(html)).blocks.map(textOf);

const SENTENCE = '坚持以人民为中心的发展思想，推动高质量发展，全面推进乡村振兴。';
const PARAGRAPHS = [1, 2, 3, 4].map((n) => `<p>${n}．${SENTENCE}</p>`).join('\n');

describe('the article of a page', () => {
  test('is found without a known name, menus and tools left out', async () => {
    const lines = await linesOf(`<html><body>
      <ul class="top"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul>
      <div><div>${PARAGRAPHS}<div>【字体：<a href="#1">大</a> 中 小】 打印本页 关闭窗口</div></div></div>
      <p>版权所有：某市人民政府　鲁ICP备00000000号</p></body></html>`);
    expect(lines).toEqual([1, 2, 3, 4].map((n) => `${n}．${SENTENCE}`));
  });

  test('is read though its site hides it until a script has run', async () => {
    const lines = await linesOf(
      `<div id="js_content" style="visibility: hidden; opacity: 0"><section><section><span>${SENTENCE}</span></section><section><span>第二段。</span></section></section></div>`,
    );
    expect(lines).toEqual([SENTENCE, '第二段。']);
  });

  test('says nothing of what is hidden', async () => {
    const lines =
      await linesOf(`<html><head><style>.tip{display:none} @media print{.main{display:none}}</style></head>
      <body><div class="main">${PARAGRAPHS}<p class="tip">提示</p><p style="display:none">隐藏</p>
      <script>document.write('脚本')</script><!-- 注释 --></div></body></html>`);
    expect(lines).toHaveLength(4);
  });

  test('keeps a word of its text that is also the name of a tool', async () => {
    const lines = await linesOf(`${PARAGRAPHS}<p>发展3D打印、网络分享等新业态。</p>`);
    expect(lines.at(-1)).toBe('发展3D打印、网络分享等新业态。');
  });

  test('keeps source and date, and loses the tools beside them', async () => {
    const lines = await linesOf(
      `<div>${PARAGRAPHS}<p>发布时间：2021-03-02 来源：市政府办公室 【字体：大 中 小】 打印</p></div>`,
    );
    expect(lines.at(-1)).toBe('发布时间：2021-03-02 来源：市政府办公室');
  });
});

describe('the head of a document', () => {
  const page = (inside: string): string =>
    `<html><head><title>某市“十四五”规划纲要_某市人民政府</title></head><body>${inside}</body></html>`;

  test('is the headline printed outside the article', async () => {
    const { blocks } = await read(
      page(`<h1 class="tit">某市“十四五”<br>规划纲要</h1><div id="zoom">${PARAGRAPHS}</div>`),
    );
    expect(blocks[0]).toMatchObject({ type: 'heading', level: 1, text: '某市“十四五”规划纲要' });
  });

  test('is not said twice where the article begins with it', async () => {
    const lines = await linesOf(
      page(`<div id="zoom"><p>某市“十四五”</p><p>规划纲要</p>${PARAGRAPHS}</div>`),
    );
    expect(lines[0]).toBe('某市“十四五”');
  });

  test('keeps the index that the site prints over it', async () => {
    const lines = await linesOf(
      page(`<table><tr><td>索 引 号：</td><td>A-01</td><td>成文日期：</td><td>2021年3月1日</td></tr>
      <tr><td>发文字号：</td><td>某政发〔2021〕2号</td><td>主题词：</td><td></td></tr></table>
      <div id="zoom"><p>某市“十四五”规划纲要</p>${PARAGRAPHS}</div>`),
    );
    expect(lines.slice(0, 4)).toEqual([
      '索引号：A-01',
      '成文日期：2021年3月1日',
      '发文字号：某政发〔2021〕2号',
      '某市“十四五”规划纲要',
    ]);
  });
});

describe('paragraphs', () => {
  test('part at line breaks and at blanks that stand for them, never at lines of the source', async () => {
    const lines = await linesOf(
      `<div>　　第一段，坚持\n      高质量发展。<br/>　　第二段。　　第三段在同一行里。</div>`,
    );
    expect(lines).toEqual(['第一段，坚持高质量发展。', '第二段。', '第三段在同一行里。']);
  });

  test('of a list have the numbers that a browser prints', async () => {
    const lines = await linesOf(
      `<ol start="3"><li>第三项</li><li value="7">第七项</li></ol><ol style="list-style-type: cjk-ideographic"><li>总体要求</li></ol><ol><li>1. 自带编号</li></ol><ul><li>无编号</li></ul>`,
    );
    expect(lines).toEqual(['3. 第三项', '7. 第七项', '一、总体要求', '1. 自带编号', '无编号']);
  });

  test('know the line of the source and the nearest anchor', async () => {
    const { blocks } = await read(`<div>\n<p>甲。</p>\n<p id="two">乙。</p>\n<p>丙。</p></div>`);
    expect(blocks.map(({ place }) => place)).toEqual([
      { type: 'element', line: 2, anchor: null },
      { type: 'element', line: 3, anchor: 'two' },
      { type: 'element', line: 4, anchor: 'two' },
    ]);
  });
});

describe('pictures', () => {
  test('in the article are told of, signs beside it are not', async () => {
    const { warnings } = await read(
      `<div><img src="logo.png">${PARAGRAPHS}<img src="a.jpg" width="600"><img src="b.gif" width="16"></div>`,
    );
    expect(warnings).toEqual([expect.stringContaining('1 张图片')]);
  });
});

describe('tables', () => {
  test('that only arrange the page are unwrapped, those inside kept', async () => {
    const { blocks } = await read(
      `<table><tr><td>${PARAGRAPHS}<table><tr><th>指标</th><th>2025年</th></tr><tr><td>人口</td><td>100</td></tr></table></td></tr></table>`,
    );
    expect(blocks.map(({ type }) => type)).toEqual([...Array(4).fill('paragraph'), 'table']);
  });

  test('count columns under cells that reach down, and believe no endless span', async () => {
    const { blocks } = await read(
      `<table><tr><td rowspan="99999">甲</td><td>乙</td></tr><tr><td colspan="2">丙<br>丁</td></tr></table>`,
    );
    expect(blocks[0]).toMatchObject({
      rows: [
        { cells: [{ column: 0, rowSpan: 2 }, { column: 1 }] },
        { cells: [{ column: 1, columnSpan: 2, text: '丙丁' }] },
      ],
    });
  });
});

describe('encodings', () => {
  const GBK = Buffer.from(
    // 发展规划 in GB2312.
    [0xb7, 0xa2, 0xd5, 0xb9, 0xb9, 0xe6, 0xbb, 0xae],
  );

  test('are proven by the bytes, whatever the page says', async () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="utf-8"></head><body><p>'),
      GBK,
      Buffer.from('</p></body></html>'),
    ]);
    const { blocks } = await readHtml(page, 'a.html');
    expect(blocks.map(textOf)).toEqual(['发展规划']);
  });

  test('of UTF-8 bear a torn character', async () => {
    const page = Buffer.concat([
      Buffer.from(`<p>${SENTENCE.repeat(4)}`),
      Buffer.from([0xe5, 0x8f]),
      Buffer.from('</p>'),
    ]);
    const { blocks } = await readHtml(page, 'a.html');
    expect(blocks.map(textOf).join('')).toContain(SENTENCE);
  });
});

describe('hostile pages', () => {
  test('with elements in elements without end keep their words', async () => {
    const depth = 3000;
    const lines = await linesOf(`${'<div>'.repeat(depth)}${SENTENCE}${'</div>'.repeat(depth)}`);
    expect(lines).toEqual([SENTENCE]);
  });

  test('without words are refused', async () => {
    await expect(
      read('<html><frameset><frame src="a.html"></frameset></html>'),
    ).rejects.toMatchObject({
      code: 'FILE_WITHOUT_TEXT',
      message: expect.stringContaining('框架'),
    });
  });
});
