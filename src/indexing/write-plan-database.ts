import type { Passage } from '../model.ts';
import type { PlanContent } from './plan-content.ts';
import { PLAN_SCHEMA } from './plan-schema.ts';
import { bytesOf, encodePostings, type PostingsBuilder } from './postings.ts';
import { type Database, openForBuilding } from './sqlite.ts';

/** @param contents in the order of document ids, which numbers the rows */
export function writePlanDatabase(
  file: string,
  contents: readonly PlanContent[],
  postings: PostingsBuilder,
): void {
  const database = openForBuilding(file);
  try {
    database.exec(PLAN_SCHEMA);
    database.transaction(() => {
      writeContents(database, contents);
      writePostings(database, postings);
    })();
  } finally {
    database.close();
  }
}

function writeContents(database: Database, contents: readonly PlanContent[]): void {
  const addDocument = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addPassage = database.prepare('INSERT INTO passages VALUES (?,?,?,?,?,?,?,?,?,?,?)');
  const addIndicator = database.prepare('INSERT INTO indicators VALUES (?, ?, ?, ?)');
  const addResponsibility = database.prepare('INSERT INTO responsibilities VALUES (?, ?, ?, ?)');
  const addTerm = database.prepare('INSERT INTO glossary VALUES (?, ?, ?)');
  let row = 0;
  for (const content of contents) {
    const { document, reading, entry, passages, indicators, responsibilities, glossary } = content;
    const { id } = document.info;
    const parts = [document.info, document, reading, entry].map((part) => JSON.stringify(part));
    addDocument.run(id, row, row + passages.length, ...parts);
    for (const passage of passages) {
      addPassage.run(row, ...columnsOf(passage));
      row += 1;
    }
    for (const indicator of indicators) {
      addIndicator.run(id, indicator.number, indicator.name, JSON.stringify(indicator));
    }
    for (const responsibility of responsibilities) {
      const { number, title } = responsibility;
      addResponsibility.run(id, number, title, JSON.stringify(responsibility));
    }
    for (const explained of glossary) {
      addTerm.run(id, explained.term, JSON.stringify(explained));
    }
  }
}

const columnsOf = (passage: Passage) => [
  passage.id,
  passage.documentId,
  passage.ordinal,
  passage.kind,
  JSON.stringify(passage.headingPath),
  passage.text,
  passage.quotable,
  ...passage.lines,
  passage.page,
];

function writePostings(database: Database, postings: PostingsBuilder): void {
  const addTerm = database.prepare('INSERT INTO postings VALUES (?, ?, ?, ?)');
  let number = 0;
  for (const [term, places] of postings.terms()) {
    addTerm.run(number, term, places.rows.length, encodePostings(places));
    number += 1;
  }
  const addLengths = database.prepare('INSERT INTO lengths VALUES (?, ?)');
  const { heading, body } = postings.lengths;
  addLengths.run('heading', bytesOf(heading));
  addLengths.run('body', bytesOf(body));
}
