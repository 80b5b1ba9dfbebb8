import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../../../src/app.ts';
import { openSource } from '../../../../src/channels/slack/render/actions.ts';
import {
  answerMessages,
  soFarMessage,
} from '../../../../src/channels/slack/render/answer-messages.ts';
import { sourceModal } from '../../../../src/channels/slack/render/source-modal.ts';
import { loadConfig } from '../../../../src/config.ts';
import { parseGolden } from '../../../../src/evaluate/golden.ts';
import type { Answer } from '../../../../src/model.ts';
import { buildRealIndex, PUBLIC_URL } from '../../../real-index.ts';
import {
  boldIn,
  buttonsIn,
  expectAccepted,
  expectView,
  linksIn,
  shownIn,
  withoutSpace,
} from './shown.ts';

const stateDir = mkdtempSync(join(tmpdir(), 'youju-slack-golden-'));
const GOLDEN_DIR = join(import.meta.dirname, '../../../golden');

let app: App;
const answers: Answer[] = [];

beforeAll(async () => {
  const config = loadConfig({
    YOUJU_STATE_DIR: stateDir,
    YOUJU_PUBLIC_URL: PUBLIC_URL,
    YOUJU_CAUTION: '0',
  });
  app = await createApp({ ...config, indexDir: await buildRealIndex() });
  for (const file of ['questions.jsonl', 'second.jsonl', 'adversarial.jsonl']) {
    const questions = parseGolden(readFileSync(join(GOLDEN_DIR, file), 'utf8'), file);
    // Every third is enough to see a fault of the kind.
    for (const golden of questions.filter((_, at) => at % 3 === 0)) {
      const turns = golden.turns ?? [golden.question ?? ''];
      answers.push(await app.ask(turns.at(-1) ?? '', { turns: turns.slice(0, -1) }));
    }
  }
  // Hundreds of questions on a busy machine.
}, 300_000);

afterAll(async () => {
  await app.close();
  rmSync(stateDir, { recursive: true });
});

const messagesOf = (answer: Answer, hasPublicUrl = true) =>
  answerMessages(answer, {
    answerId: 'a'.repeat(64),
    hasPublicUrl,
    scope: null,
    documents: app.documents(),
    canNarrow: true,
    canShare: true,
    asked: { question: answer.question },
  });

/** Figures as printed, with what belongs to them. */
const figuresIn = (text: string): string[] => text.match(/\d+(?:\.\d+)?%?/gu) ?? [];

describe('every answer to a golden question', () => {
  test('is one message that Slack takes, with a public address and without', () => {
    expect(answers.length).toBeGreaterThan(100);
    for (const answer of answers) {
      for (const hasPublicUrl of [true, false]) {
        const messages = messagesOf(answer, hasPublicUrl);
        expect(messages, answer.question).toHaveLength(1);
        for (const message of messages) expectAccepted(message);
      }
      expectAccepted(soFarMessage(answer));
    }
  });

  test('shows every claim and figure, and the beginning of every quote', () => {
    for (const answer of answers) {
      const shown = withoutSpace(shownIn(messagesOf(answer).flatMap(({ blocks }) => blocks)));
      for (const { text } of answer.claims) expect(shown).toContain(withoutSpace(text));
      for (const figure of figuresIn(answer.answer)) expect(shown).toContain(figure);
      for (const { n, quote } of answer.citations) {
        expect(shown).toContain(`[${n}]`);
        expect(shown).toContain(`「${withoutSpace(quote).slice(0, 25)}`);
      }
      for (const note of answer.notes) expect(shown).toContain(withoutSpace(note));
    }
  });

  test('says all of it to those who hear it read', () => {
    for (const answer of answers) {
      const [first] = messagesOf(answer);
      const heard = withoutSpace(first?.text ?? '');
      for (const { text } of answer.claims)
        expect(heard).toContain(withoutSpace(text).replaceAll('&', '&amp;').replaceAll('~', '～'));
    }
  });

  test('opens each source at its quote', () => {
    for (const answer of answers) {
      const blocks = messagesOf(answer).flatMap((message) => message.blocks);
      const opening = buttonsIn(blocks, openSource);
      expect(opening).toHaveLength(answer.citations.length);
      opening.forEach(({ value }, at) => {
        const place = openSource.read(value);
        const citation = answer.citations[at];
        expect(place).toMatchObject({
          documentId: citation?.documentId,
          passageId: citation?.passageId,
        });
        const modal = sourceModal(app.document(place.documentId), place, PUBLIC_URL);
        expectView(modal);
        const bold = withoutSpace(boldIn(modal.blocks));
        const shown = withoutSpace(shownIn(modal.blocks));
        for (const part of (citation?.quote ?? '').split('……'))
          expect(bold).toContain(withoutSpace(part));
        expect(shown).toContain(withoutSpace(citation?.headingPath.at(-1) ?? ''));
        expect(linksIn(modal.blocks)).toEqual([citation?.url]);
      });
    }
  });

  test('sets a comparison of several documents side by side', () => {
    const compared = answers.filter(
      ({ answer, kind, claims, citations }) =>
        kind === 'comparison' &&
        // Several questions are answered one below the other.
        !answer.startsWith('第一问') &&
        claims.length > 1 &&
        new Set(citations.map(({ documentId }) => documentId)).size > 1,
    );
    expect(compared.length).toBeGreaterThan(0);
    for (const answer of compared) {
      const tables = messagesOf(answer)
        .flatMap(({ blocks }) => blocks)
        .filter(({ type }) => type === 'table');
      expect(tables, answer.answer).toHaveLength(1);
    }
  });

  test('names no source where nothing was found', () => {
    const refused = answers.filter(({ outcome }) => outcome !== 'answered');
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      const blocks = messagesOf(answer).flatMap((message) => message.blocks);
      expect(linksIn(blocks)).toEqual([]);
      expect(shownIn(blocks)).not.toContain('依据');
      expect(blocks.at(-1)?.type).toBe('context_actions');
    }
  });
});
