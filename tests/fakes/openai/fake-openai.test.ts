import { expect, onTestFinished, test } from 'vitest';
import { describeOpenAiServer } from '../../contract/openai-server.ts';
import { startFakeOpenAi } from './fake-openai.ts';

describeOpenAiServer('the fake', async () => {
  const fake = await startFakeOpenAi({ reply: () => '{"ok": true}' });
  const { baseUrl, apiKey, chatModel, embeddingModel } = fake;
  return { baseUrl, apiKey: apiKey ?? '', chatModel, embeddingModel, close: () => fake.close() };
});

test('a fake counts what it was asked and how much at once', async () => {
  const fake = await startFakeOpenAi({ apiKey: null });
  onTestFinished(() => fake.close());
  const embed = (input: string) =>
    fetch(`${fake.baseUrl}/embeddings`, {
      method: 'POST',
      body: JSON.stringify({ model: fake.embeddingModel, input }),
    });
  const answers = await Promise.all(['一', '二', '三'].map(embed));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(fake.seen.map(({ path }) => path)).toEqual(Array(3).fill('/v1/embeddings'));
  expect(fake.embeddedTexts).toBe(3);
  expect(fake.mostInFlight).toBeGreaterThan(0);
});
