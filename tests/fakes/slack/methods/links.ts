import { type ApiMethods, required } from '../api-method.ts';
import { messageForApp } from '../channel-access.ts';
import { changedEvent } from '../echoes.ts';
import { type Fields, fieldsIn, isFields, textIn } from '../fields.ts';
import { checkBlocks } from '../limits/message-limits.ts';
import { notesOn } from '../limits/mrkdwn-safety.ts';
import type { PreviewTarget } from '../link-previews.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** What people see of the app's own addresses. */
export const linkMethods = (world: World): ApiMethods => ({
  'chat.unfurl': (args) => {
    const unfurlId = textIn(args.unfurl_id);
    const unfurls = unfurlsIn(args);
    const target: PreviewTarget =
      unfurlId === undefined
        ? {
            source: 'conversations_history',
            channel: required(args, 'channel'),
            ts: required(args, 'ts'),
          }
        : world.previews.target(unfurlId, args.source);
    if (target.source === 'composer') {
      checkAll(world, `<${target.url}>`, unfurls);
      world.previews.show(unfurlId ?? '', unfurls);
      return {};
    }
    const before = messageForApp(world, target.channel, target.ts);
    checkAll(world, before.text, unfurls);
    const after = world.messages.change(before, { unfurls: { ...before.unfurls, ...unfurls } });
    void world.announce(changedEvent(world, before, after));
    return {};
  },
});

function unfurlsIn({ unfurls }: Fields): Record<string, Fields> {
  if (!isFields(unfurls)) {
    throw new Refusal('missing_unfurls');
  }
  return Object.fromEntries(Object.entries(unfurls).map(([url, shown]) => [url, fieldsIn(shown)]));
}

/** @throws Refusal when an address is not there exactly as written or not the app's, or the blocks are wrong */
function checkAll(world: World, text: string, unfurls: Readonly<Record<string, Fields>>): void {
  for (const [url, shown] of Object.entries(unfurls)) {
    if (!text.includes(`<${url}>`) || ownDomain(world, url) === undefined) {
      throw new Refusal('cannot_unfurl_url');
    }
    checkBlocks(shown.blocks ?? []);
    for (const { code, details } of notesOn(undefined, shown, world.allowsMention)) {
      world.violations.push({ code, where: 'chat.unfurl', details, args: shown });
    }
  }
}

/** The domain of the manifest that an address is in. */
export function ownDomain({ manifest }: Pick<World, 'manifest'>, url: string): string | undefined {
  const { hostname } = new URL(url);
  return manifest.features.unfurl_domains.find(
    (own) => hostname === own || hostname.endsWith(`.${own}`),
  );
}
