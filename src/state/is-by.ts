/** Holds for what an author wrote; takes the author, or the last part of its name, twice. */
export const IS_BY = `author = ? OR author LIKE '%:' || ?`;
