import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPrompt } from '../../src/endpoint/prompt.ts';

const ROOT = join(import.meta.dirname, '../..');
const sourcesOf = (folder: string): string =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
    .join('\n');

test('fills the slots of a prompt, and reads what is filled in as nothing but text', async () => {
  const prompt = await loadPrompt('rewrite-question', ['question', 'before']);
  const messages = await prompt.fill({
    question: '{{before}} <b>{{#x}}',
    before: '{question} & "养老"',
  });
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(messages[1]?.content).toBe(
    '<before>{question} & "养老"</before>\n<question>{{before}} <b>{{#x}}</question>',
  );
  expect(prompt.id).toMatch(/^rewrite-question@\d+$/u);
});

test('refuses slots a prompt does not have, and a prompt that is not there', async () => {
  await expect(loadPrompt('rewrite-question', ['question'])).rejects.toThrow('before');
  await expect(loadPrompt('rewrite-question', ['question', 'befor'])).rejects.toThrow('before');
  await expect(loadPrompt('no-such-prompt', [])).rejects.toThrow('ENOENT');
});

test('the prompts are those the sources load', () => {
  const loaded = [...sourcesOf('src').matchAll(/loadPrompt\(\s*'([^']+)'/gu)].map(
    ([, name]) => name,
  );
  const prompts = readdirSync(join(ROOT, 'prompts')).filter((file) => file !== 'README.md');
  expect(new Set(loaded)).toEqual(new Set(prompts.map((file) => file.replace('.md', ''))));
});
