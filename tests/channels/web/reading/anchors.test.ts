import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentInfo } from '../../../../src/catalogue/front-matter.ts';
import { placePassages } from '../../../../src/channels/web/reading/anchors.ts';
import { textOf } from '../../../../src/channels/web/reading/reading-order.ts';
import type { Passage, PlanDocument } from '../../../../src/model.ts';
import { parseDocument } from '../../../../src/parse/parse-document.ts';
import { toPassages } from '../../../../src/parse/passages.ts';
import { loadSeedTexts } from '../../../seed-texts.ts';
import { sampleDocument } from '../../sample-document.ts';

/** A passage's id for each time its anchor stands, and the words marked as its own. */
function placed(document: PlanDocument, passages: readonly Passage[]) {
  const anchorIds: string[] = [];
  const words = new Map<string, string>();
  for (const [item, marks] of placePassages(document, passages)) {
    for (const { passageId, start, end, isAnchor } of marks) {
      if (isAnchor) anchorIds.push(passageId);
      words.set(passageId, (words.get(passageId) ?? '') + textOf(item).slice(start, end));
    }
  }
  return { anchorIds, words };
}

function withoutSpace(text: string | undefined): string | undefined {
  return text?.replace(/\s/gu, '');
}

describe('on the real documents', () => {
  const documents: PlanDocument[] = [];

  beforeAll(async () => {
    const seeds = await loadSeedTexts(fileURLToPath(new URL('../../../../seeds', import.meta.url)));
    for (const seed of seeds) documents.push(parseDocument(seed.text, documentInfo(seed)));
  });

  test('every passage has exactly one anchor', () => {
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) {
      const passages = toPassages(document);
      const { anchorIds } = placed(document, passages);
      expect(anchorIds).toHaveLength(passages.length);
      expect(new Set(anchorIds)).toEqual(new Set(passages.map(({ id }) => id)));
    }
  });

  test('the words marked for a text are the words of its passage', () => {
    for (const document of documents) {
      const passages = toPassages(document);
      const { words } = placed(document, passages);
      for (const { id, kind, quotable } of passages) {
        if (kind !== 'text' && kind !== 'note') continue;
        expect(withoutSpace(words.get(id))).toBe(withoutSpace(quotable));
      }
    }
  });
});

describe('whether the letters of a passage can be counted on the page', () => {
  const tornIn = (document: PlanDocument, passages: readonly Passage[]): string[] =>
    [...placePassages(document, passages).values()]
      .flat()
      .flatMap(({ passageId, isTorn, isAnchor }) => (isTorn && isAnchor ? [passageId] : []));

  test('of the sample only those of what stands nowhere cannot', () => {
    const { document, passages } = sampleDocument;
    expect(tornIn(document, passages)).toEqual(['lost']);
  });

  test('of the real documents all can', async () => {
    const seeds = await loadSeedTexts(fileURLToPath(new URL('../../../../seeds', import.meta.url)));
    for (const seed of seeds) {
      const document = parseDocument(seed.text, documentInfo(seed));
      expect(tornIn(document, toPassages(document))).toEqual([]);
    }
  });
});

test('words found nowhere are anchored where their lines are', () => {
  const { document, passages } = sampleDocument;
  const { anchorIds } = placed(document, passages);
  expect(anchorIds.filter((id) => id === 'lost')).toHaveLength(1);
});

test('a document without any text has no anchors', () => {
  const { document, passages } = sampleDocument;
  expect(placePassages({ ...document, children: [] }, passages).size).toBe(0);
});
