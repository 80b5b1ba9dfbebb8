import { posix } from 'node:path';
import type { SourceBlock, SourceDocument } from '../../model.ts';
import { Dropped } from '../dropped.ts';
import { fileError } from '../file-errors.ts';
import { isOleWith } from '../signatures.ts';
import { openZip, type ZipArchive } from '../zip-archive.ts';
import { BodyReader } from './body-blocks.ts';
import { parseLists } from './lists.ts';
import { numberingRequest, parseStyles } from './styles.ts';
import { child, childrenNamed, type XmlElement, xmlPart } from './xml-tree.ts';

type PartKind = 'styles' | 'numbering' | 'footnotes' | 'endnotes';

/**
 * Word's own format. Read: the body with automatic numbers restored, tables with merged cells, text boxes,
 * content controls, foot- and endnotes (at the end). Tracked changes are taken as accepted. Not read: heads
 * and feet of pages, comments, hidden text, tables of contents, pictures.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  if (isOleWith(bytes, 'EncryptedPackage')) throw fileError('FILE_ENCRYPTED', file);
  const zip = await openZip(bytes, file, (part) => /\.(?:xml|rels)$/u.test(part));
  const main = await mainPart(zip, file);
  const document = await xmlPart(zip, main, file);
  const body = child(document ?? undefined, 'body');
  if (body === undefined) throw fileError('FILE_DAMAGED', file, '文件已损坏：其中没有正文。');
  const part = await relatedParts(zip, main, file);

  const styles = parseStyles(await part('styles'));
  const lists = parseLists(await part('numbering'), (styleId) => {
    const style = styles(styleId).find(({ properties }) => numberingRequest(properties).numId);
    return numberingRequest(style?.properties).numId;
  });
  const dropped = new Dropped();
  const reader = new BodyReader(styles, lists, dropped);
  const blocks = reader.blocks(body);
  const notes = notesOf(reader, await part('footnotes'), await part('endnotes'));
  return {
    format: 'docx',
    blocks: [...blocks, ...notes],
    pages: null,
    warnings: dropped.warnings(),
  };
}

async function mainPart(zip: ZipArchive, file: string): Promise<string> {
  const rels = await xmlPart(zip, '_rels/.rels', file);
  const target = childrenNamed(rels, 'Relationship').find(({ attributes }) =>
    attributes.Type?.endsWith('/officeDocument'),
  )?.attributes.Target;
  const named = target?.replace(/^\//u, '');
  return named !== undefined && zip.has(named) ? named : 'word/document.xml';
}

/** Parts the main one names, by their kind; parts outside the archive are never fetched. */
async function relatedParts(
  zip: ZipArchive,
  main: string,
  file: string,
): Promise<(kind: PartKind) => Promise<XmlElement | null>> {
  const folder = posix.dirname(main);
  const rels = await xmlPart(zip, `${folder}/_rels/${posix.basename(main)}.rels`, file);
  return async (kind) => {
    const target = childrenNamed(rels, 'Relationship').find(
      ({ attributes }) =>
        attributes.Type?.endsWith(`/${kind}`) === true && attributes.TargetMode !== 'External',
    )?.attributes.Target;
    if (target === undefined) return await xmlPart(zip, `${folder}/${kind}.xml`, file);
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    return await xmlPart(zip, path, file);
  };
}

function notesOf(
  reader: BodyReader,
  footnotes: XmlElement | null,
  endnotes: XmlElement | null,
): readonly SourceBlock[] {
  const byId = new Map(
    [...childrenNamed(footnotes, 'footnote'), ...childrenNamed(endnotes, 'endnote')].map((note) => [
      `${note.name}/${note.attributes.id ?? ''}`,
      note,
    ]),
  );
  return [...reader.notes].flatMap(({ noteId, place }) => {
    const note = byId.get(noteId);
    if (note === undefined) return [];
    return reader
      .blocks(note)
      .flatMap((block): readonly SourceBlock[] =>
        block.type === 'table' ? [block] : [{ type: 'note', text: block.text, place }],
      );
  });
}
