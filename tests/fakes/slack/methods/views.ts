import { type ApiMethods, required } from '../api-method.ts';
import { type Fields, textIn } from '../fields.ts';
import { checkedView } from '../limits/view-limits.ts';
import { Refusal } from '../refusal.ts';
import { type ShownView, viewOutput } from '../views.ts';
import type { World } from '../world.ts';

export const viewMethods = (world: World): ApiMethods => ({
  'views.open': (args) => {
    const view = checkedView(world, 'views.open', args.view, 'modal');
    const { user } = world.triggers.exchange(required(args, 'trigger_id'));
    return shown(world.views.open(user, view));
  },
  'views.push': (args) => {
    const view = checkedView(world, 'views.push', args.view, 'modal');
    const { user, viewId } = world.triggers.exchange(required(args, 'trigger_id'));
    if (viewId === undefined) {
      throw new Refusal('not_found');
    }
    return shown(world.views.push(user, view));
  },
  'views.update': (args) => {
    const view = checkedView(world, 'views.update', args.view);
    const [id, externalId, hash] = ['view_id', 'external_id', 'hash'].map((name) =>
      textIn(args[name]),
    );
    const find = {
      ...(id === undefined ? {} : { id }),
      ...(externalId === undefined ? {} : { externalId }),
    };
    return shown(world.views.update(find, view, hash));
  },
  'views.publish': (args) => {
    const user = required(args, 'user_id');
    if (!world.workspace.members.has(user)) {
      throw new Refusal('user_not_found');
    }
    if (!world.manifest.features.app_home.home_tab_enabled) {
      throw new Refusal('not_enabled');
    }
    const view = checkedView(world, 'views.publish', args.view, 'home');
    return shown(world.views.publish(user, view, textIn(args.hash)));
  },
});

const shown = (view: ShownView): Fields => ({ view: viewOutput(view) });
