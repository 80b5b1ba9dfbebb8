import type { Attributes } from './attributes.ts';
import { isNamedBody } from './named-body.ts';

/** Names of classes and ids that the page's own style sheet hides. */
export interface HiddenRules {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
const OUT_OF_SIGHT =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all|(?:left|top|text-indent)\s*:\s*-\d{4,}px/iu;
const RULE = /([^{}]{1,300})\{([^{}]{0,2000})\}/gu;
/** Printing and small screens have rules of their own; what they hide is seen. */
const AT_RULE =
  /@(?:media|supports)[^{}]{0,300}\{(?:[^{}]{0,300}\{[^{}]{0,2000}\}\s*){0,200}\s*\}/gu;

/** Of plain rules (`.x { display: none }`) only. */
export function hiddenRules(css: string): HiddenRules {
  const classes = new Set<string>();
  const ids = new Set<string>();
  for (const [, selectors = '', style = ''] of css
    .slice(0, 500_000)
    .replace(AT_RULE, '')
    .matchAll(RULE)) {
    if (!HIDING.test(style)) continue;
    for (const selector of selectors.split(',')) {
      const [, sign, name] = /^\s*([.#])([\w-]+)\s*$/u.exec(selector) ?? [];
      if (name !== undefined) (sign === '.' ? classes : ids).add(name);
    }
  }
  return { classes, ids };
}

export function isHidden(attributes: Attributes, rules: HiddenRules): boolean {
  // Some sites hide their article until a script has run.
  if (isNamedBody(attributes)) return false;
  return (
    'hidden' in attributes ||
    OUT_OF_SIGHT.test(attributes.style ?? '') ||
    rules.ids.has(attributes.id ?? '') ||
    (attributes.class ?? '').split(/\s+/u).some((name) => rules.classes.has(name))
  );
}
