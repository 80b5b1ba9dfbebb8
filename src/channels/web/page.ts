import type { ComponentChildren } from 'preact';
import type { ScriptName } from './assets.ts';

/** Also the page's class, by which the stylesheets know it. */
export type PageName =
  | 'ask'
  | 'about'
  | 'document'
  | 'changes'
  | 'compare'
  | 'search'
  | 'find'
  | 'present'
  | 'history'
  | 'tasks'
  | 'start'
  | 'api'
  | 'edit'
  | 'problem';

/** What one page has of its own; the layout puts the rest round it. */
export interface Page {
  readonly name: PageName;
  /** Without the site's name; empty for the first page. */
  readonly title: string;
  readonly content: ComponentChildren;
  /** What the page does beyond plain HTML; it must be of use without. */
  readonly script?: ScriptName;
  /** It stands in a frame beside something else, without the site's head and foot. */
  readonly isBeside?: boolean;
  /** It has the window to itself: no head, no foot, no box over it. */
  readonly isBare?: boolean;
}
