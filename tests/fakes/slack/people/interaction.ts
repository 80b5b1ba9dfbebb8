import type { Fields } from '../fields.ts';
import { APP_ID, TEAM } from '../workspace.ts';
import type { World } from '../world.ts';

/** What every payload of an interaction carries. */
export const interactionBase = (world: World, userId: string): Fields => {
  const { id, name, team_id } = world.workspace.member(userId);
  return {
    user: { id, name, username: name, team_id },
    // A payload of an app of a whole organisation may be of no single workspace.
    team: world.organisation ? null : { id: TEAM.id, domain: TEAM.domain },
    api_app_id: APP_ID,
    token: 'verification-token',
    is_enterprise_install: world.organisation !== undefined,
    enterprise: world.organisation ? { id: world.organisation.id } : null,
  };
};

export const channelOf = (world: World, id: string): Fields => ({
  id,
  name: world.workspace.channel(id).name,
});

/** Seconds with fraction, as `action_ts` has them. */
export const actionTs = (world: World): string => (world.clock() / 1_000).toFixed(6);
