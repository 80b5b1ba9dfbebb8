import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Secret } from '../secret.ts';

/** The project's folder, whether this runs from src/ or from dist/. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Sent in a header, which takes no other characters. */
export const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/u, '应是一串没有空格和汉字的字符')
  .transform((value) => new Secret(value));

export const webAddress = z
  .url({ protocol: /^https?$/u, error: '应是 http:// 或 https:// 开头的网址' })
  .refine((url) => !/[?#]|\/\/[^/]*@/u.test(url), '不应带用户名、密码、? 或 #')
  .transform((url) => url.replace(/\/+$/u, ''));

export const count = (byDefault: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/u, '应是不小于 1 的整数')
    .transform(Number)
    .default(byDefault);

/** From 0 to 1. */
export const share = z
  .string()
  .regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/u, '应是 0 到 1 之间的小数')
  .transform(Number);

/** Names apart by commas or spaces; empty where none is given. */
export const names = z
  .string()
  .transform((list) => list.split(/[\s,，]+/u).filter(Boolean))
  .default([]);

export const yesOrNo = (byDefault: 'true' | 'false') =>
  z
    .enum(['true', 'false'], { error: '应是 true 或 false' })
    .default(byDefault)
    .transform((value) => value === 'true');

/** A folder; by default one of the project's own. */
export const folder = (name: string) =>
  z
    .string()
    .default(join(ROOT, name))
    .transform((path) => resolve(path));
