import { z } from 'zod';
import { confirm, id, plain } from './text-objects.ts';

/** Fields that many elements share. */

export const actionId = { action_id: id.optional() };
export const asked = { ...actionId, confirm: confirm.optional() };
export const focus = { focus_on_load: z.boolean().optional() };
export const hint = { placeholder: plain(150).optional() };
export const style = z.enum(['primary', 'danger']).optional();
export const label = z.string().max(75).optional();
