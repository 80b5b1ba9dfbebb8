/**
 * `row` numbers passages through all documents, in the order of document ids; rows are the labels of the
 * vectors and what postings point to. `number` numbers terms; numbers are the labels of words.hnsw. `data` of postings and lengths: see postings.ts.
 */
export const PLAN_SCHEMA = `
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  first_row INTEGER NOT NULL,
  end_row INTEGER NOT NULL,
  info TEXT NOT NULL,
  tree TEXT NOT NULL,
  reading TEXT NOT NULL,
  entry TEXT NOT NULL
);
CREATE TABLE passages (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES documents (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  heading_path TEXT NOT NULL,
  text TEXT NOT NULL,
  quotable TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  page INTEGER
);
CREATE TABLE indicators (
  document_id TEXT NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE TABLE responsibilities (
  document_id TEXT NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE TABLE glossary (
  document_id TEXT NOT NULL REFERENCES documents (id),
  term TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE TABLE postings (
  number INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  frequency INTEGER NOT NULL,
  data BLOB NOT NULL
);
CREATE TABLE lengths (
  field TEXT PRIMARY KEY,
  data BLOB NOT NULL
);
`;
