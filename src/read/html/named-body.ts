import type { Attributes } from './attributes.ts';

/** How the systems behind public sites call the element that holds an article. */
const BODY_NAME =
  /^(?:ucap-?content|zoom(?:con)?|trs_(?:u?editor(?:_view)?|autoadd)|js_content|rich_media_content|artibody|endtext|bodylabel|con_con|con-con|ivs_content|vsb_content\w*|v_news_content|(?:art(?:icle)?|news|detail|info|text|main|pages?|xxgk|zw|zwgk|gk|wz|print|print_|inner)[-_]?(?:content|con|body|text|txt)|content[-_]?(?:body|text|txt|main|area|detail))$/iu;

/** Whether an element's id or class says that it holds the article. */
export function isNamedBody(attributes: Attributes): boolean {
  const names = [attributes.id ?? '', ...(attributes.class ?? '').split(/\s+/u)];
  return names.some((name) => BODY_NAME.test(name)) || attributes.itemprop === 'articleBody';
}
