import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReaderLink, readerLink } from '../../../../src/channels/slack/render/reader-link.ts';
import { unfurlBlocks } from '../../../../src/channels/slack/render/unfurl.ts';
import { passageLink } from '../../../../src/channels/web/links.ts';
import { sampleDocument, sampleInfo } from '../../sample-document.ts';
import { INJECTIONS } from './sample-setting.ts';
import { expectAccepted, linksIn, shownIn } from './shown.ts';

describe('an address of the reader', () => {
  test('is known by its public address, whatever the names in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('https://plans.test', 'http://127.0.0.1:3000', 'https://a.test/youju'),
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !/^\.{1,2}$/u.test(id)),
        fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
        (publicUrl, documentId, passageId) => {
          const place = { documentId, passageId };
          expect(parseReaderLink(readerLink(publicUrl, place), publicUrl)).toEqual(place);
        },
      ),
    );
  });

  test('is the one the pages use', () => {
    const place = { documentId: '淄川 2023', passageId: 'a1' };
    expect(readerLink('', place)).toBe(passageLink('淄川 2023', 'a1'));
  });

  test('is none of another site, another page or no address at all', () => {
    for (const url of [
      'https://plans.test.evil.test/documents/a',
      'http://plans.test/documents/a',
      'https://plans.test:8443/documents/a',
      'https://plans.test/',
      'https://plans.test/?q=documents',
      'https://plans.test/documents/',
      'https://plans.test/documents/a/b',
      'https://plans.test/documents/%E0%A4%A',
      'https://other.test/https://plans.test/documents/a',
      'javascript:alert(1)',
      'no address',
      '',
    ])
      expect(parseReaderLink(url, 'https://plans.test'), url).toBeNull();
    expect(parseReaderLink('https://a.test/documents/a', 'https://a.test/youju')).toBeNull();
  });

  test('leads to the document where its anchor is no passage', () => {
    for (const anchor of ['', '#s-1', '#p-', '#p-%E0%A4%A', '?x=1#page-3'])
      expect(
        parseReaderLink(`https://plans.test/documents/a${anchor}`, 'https://plans.test'),
      ).toEqual({ documentId: 'a', passageId: null });
  });
});

describe('what a link shows', () => {
  const message = (passageId: string | null, opened = sampleDocument) => {
    const blocks = unfurlBlocks(opened, passageId);
    expectAccepted({ text: '—', blocks });
    return blocks;
  };

  test('is title, chapter and passage', () => {
    expect(shownIn(message('revenue'))).toBe(
      [
        '《样例区国民经济和社会发展第十四个五年规划纲要》',
        '\n第一章 发展基础 › 第一节 发展成就 › 第1页',
        '一般公共预算收入达到40亿元。',
        '样政发〔2021〕2号 · 2021年6月17日印发',
      ].join('\n'),
    );
  });

  test('is the document alone where no such passage is', () => {
    for (const passageId of [null, 'removed'])
      expect(shownIn(message(passageId))).toBe(
        '《样例区国民经济和社会发展第十四个五年规划纲要》\n样政发〔2021〕2号 · 2021年6月17日印发',
      );
  });

  test('is short and inert', () => {
    for (const evil of INJECTIONS) {
      const [first] = sampleDocument.passages;
      if (!first) throw new Error('the sample has passages');
      const long = { ...first, id: 'long', quotable: evil.repeat(500), headingPath: [evil] };
      const info = { ...sampleInfo, title: evil.repeat(50) };
      const document = { ...sampleDocument.document, info };
      const blocks = message('long', { ...sampleDocument, document, passages: [long] });
      expect(shownIn(blocks).length).toBeLessThan(700);
      expect(linksIn(blocks)).toEqual([]);
      expect(JSON.stringify(blocks)).not.toContain('"mrkdwn"');
    }
  });
});
