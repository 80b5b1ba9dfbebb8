/** What a group does with the text in it. */
export type Destination = 'body' | 'number' | 'note' | 'fonts' | 'styles' | 'skipped';

/** What is in force in a group; each begins with that of the group round it. */
export interface RtfState {
  destination: Destination;
  /** Bytes after a \u that stand in for it. */
  standIns: number;
  font: number;
  /** The font of East Asian characters, where one is named. */
  eastAsianFont: number | null;
  isHidden: boolean;
  isDeleted: boolean;
}

export const FIRST_STATE: Readonly<RtfState> = {
  destination: 'body',
  standIns: 1,
  font: 0,
  eastAsianFont: null,
  isHidden: false,
  isDeleted: false,
};

/** Groups that are no text of the body, by the word they open with. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  listtext: 'number',
  pntext: 'number',
  footnote: 'note',
  ...Object.fromEntries(
    (
      'colortbl info header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn ' +
      'aftnsep aftnsepc aftncn listtable listoverridetable rsidtbl revtbl generator themedata xmlnstbl ' +
      'colorschememapping latentstyles datastore fldinst datafield bkmkstart bkmkend annotation atnid ' +
      'atnauthor atnref atrfstart atrfend atntime atnicn atndate pict objdata objclass objname nonshppict ' +
      'shprslt sp nonesttables nesttableprops pn pnseclvl filetbl template tc xe private wgrffmtfilter ' +
      'falt panose mmathPr userprops docvar formfield oldcprops oldpprops oldsprops oldtprops passwordhash'
    )
      .split(' ')
      .map((word) => [word, 'skipped'] as const),
  ),
};

/** Groups marked as ones to be left out by whoever does not know them, and that do hold text. */
export const KNOWN_OPTIONAL: ReadonlySet<string> = new Set([
  'shpinst',
  'shptxt',
  'listtext',
  'pntext',
  'ud',
  'footnote',
]);

/** Words that stand for characters. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};
export const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\t': '\t',
};
