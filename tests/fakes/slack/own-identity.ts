import { isTrue } from './api-method.ts';
import { missingScope } from './authorize.ts';
import type { Fields } from './fields.ts';
import type { World } from './world.ts';

/** Another name or picture needs a scope of its own. @throws Refusal */
export function refuseOtherIdentity(world: World, args: Fields): void {
  const needed = 'chat:write.customize';
  const isOther = ['username', 'icon_emoji', 'icon_url'].some((name) => args[name] !== undefined);
  if (isOther && !world.scopes.has(needed)) {
    throw missingScope(world, needed);
  }
}

/**
 * Arguments by which Slack makes names in the text ring people.
 * @param byDefault whether the method does so unless told otherwise
 */
export function noteParsing(world: World, where: string, args: Fields, byDefault: boolean): void {
  const { parse, link_names: linkNames, text } = args;
  const rings =
    isTrue(linkNames) ||
    parse === 'full' ||
    (byDefault && parse !== 'none' && typeof text === 'string');
  if (rings) {
    const details = ["names in the text become live: pass parse: 'none' and no link_names"];
    world.violations.push({ code: 'live_parsing', where, details, args });
  }
}
