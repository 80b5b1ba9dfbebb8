const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What stands in angle brackets: `<@U1|name>`, `<#C1|general>`, `<!here>`, `<https://a.test|label>`. */
const BRACKETED = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu;

/**
 * A message of Slack as a person reads it: mentions of people and groups are gone, channels and links are
 * their names, code and quotation marks of markup are dropped.
 */
export function plainQuestion(text: string): string {
  return text
    .replace(BRACKETED, (_all, sigil: string, target: string, label = '') => {
      if (sigil === '@' || sigil === '!') return ' ';
      if (sigil === '#') return label;
      return label || target.replace(/^mailto:/u, '');
    })
    .replace(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/`+/gu, ' ')
    .replace(/^\s*>\s?/gmu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

/** Whether a message speaks to a user by name. */
export const mentions = (text: string, userId: string): boolean =>
  [...text.matchAll(BRACKETED)].some(([, sigil, target]) => sigil === '@' && target === userId);
