const HEADING_NUMBER =
  /^(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+(?:、|是)|[（(][一二三四五六七八九十]+[）)]|\d+[．.、]|专\s*栏\s*\d+)\s*/u;

/** A heading without its number: 二、培育八大优势产业集群 → 培育八大优势产业集群. */
export const headingTitle = (heading: string): string => heading.trim().replace(HEADING_NUMBER, '');
