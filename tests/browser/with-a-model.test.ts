import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import type { ChatBody } from '../fakes/openai/request.ts';
import { describeInBrowser } from './reader.ts';

const BOTH = '淄川区和周村区2025年常住人口城镇化率目标分别是多少？';
const FIGURES = [
  {
    text: '到2025年，周村区常住人口城镇化率的目标是80%。',
    quote: /常住人口城镇化率\(%\) 75\.92 80/u,
  },
  {
    text: '到2025年，淄川区常住人口城镇化率的目标是75%。',
    quote: /常住人口城镇化率（%） 65\.6 75/u,
  },
];
const MADE_UP = '两地到2030年都要达到99%。';

const evidenceSchema = z.object({
  evidence: z.array(z.object({ n: z.number(), text: z.string() })),
});

/** Says what two rows say in its own words, and one sentence that stands nowhere. */
function reply({ messages }: ChatBody): string {
  const content = messages.at(-1)?.content ?? '';
  const data = content.startsWith('{')
    ? evidenceSchema.safeParse(JSON.parse(content)).data
    : undefined;
  if (!data) return '{"searches":[]}';
  const claims = FIGURES.flatMap(({ text, quote }) => {
    const one = data.evidence.find((each) => quote.test(each.text));
    const [words] = (one && quote.exec(one.text)) ?? [];
    return one && words ? [{ text, citations: [{ n: one.n, quote: words }] }] : [];
  });
  const [first] = claims;
  const madeUp = first ? [{ text: MADE_UP, citations: first.citations }] : [];
  return JSON.stringify({ claims: [...claims, ...madeUp], notInEvidence: claims.length === 0 });
}

describe('where a model is set', () => {
  let model: FakeOpenAi;
  beforeAll(async () => {
    model = await startFakeOpenAi({ reply });
  });
  afterAll(() => model.close());

  describeInBrowser(
    'in the browser',
    (reader) => {
      test('a page says whose words they are, shows what they compare, and what was left out', async () => {
        const page = await reader.open('/');
        await page.locator('#q').fill(BOTH);
        await page.locator('#q').press('Enter');
        await page.locator('.turn .answer-tools').waitFor();
        const answer = page.locator('.turn .answer');
        expect(await answer.locator('.answer-text').first().textContent()).toContain(
          '淄川区常住人口城镇化率的目标是75%',
        );
        expect(await answer.textContent()).toContain('文字由语言模型（fake-chat）');
        expect(await answer.locator('.figure-table tbody tr').allTextContents()).toEqual([
          expect.stringMatching(/周村区.*80%.*75\.92%/u),
          expect.stringMatching(/淄川区.*75%.*65\.6%/u),
        ]);
        const refused = answer.locator('.answer-refused');
        expect(await refused.locator('summary').textContent()).toContain('1 句没有通过核对');
        expect(await refused.locator('li').isVisible()).toBe(false);
        await refused.locator('summary').click();
        expect(await refused.locator('li').textContent()).toContain(MADE_UP);

        await answer.getByRole('link', { name: '文件自己的话' }).click();
        await expect.poll(() => answer.textContent()).not.toContain('语言模型');
        expect(await answer.textContent()).not.toContain(MADE_UP);
        const asked = model.seen.length;
        await answer.getByRole('link', { name: '模型的话' }).click();
        await expect.poll(() => answer.textContent()).toContain('语言模型');
        expect(model.seen.length).toBe(asked);
      });

      test('an answer that a stopping server left unfinished comes when it is there again', async () => {
        model.fault = { kind: 'stall' };
        const page = await reader.open('/');
        await page.locator('#q').fill('淄川区2025年常住人口城镇化率的目标是多少？');
        await page.locator('#q').press('Enter');
        await page.locator('.turn .waiting').waitFor();
        await expect.poll(() => model.inFlight).toBeGreaterThan(0);
        model.fault = null;
        await reader.restart();
        await page.locator('.turn .answer-tools').waitFor({ timeout: 100_000 });
        expect(await page.locator('.turn .answer-text').first().textContent()).toContain('75%');
        expect(await page.locator('.turn').count()).toBe(1);
      });
    },
    {
      environment: () => ({
        YOUJU_CHAT_MODEL: model.chatModel,
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_API_KEY: 'sk-fake',
        YOUJU_MODEL_SECONDS: '50',
      }),
    },
  );
});
