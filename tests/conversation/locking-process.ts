/** Holds a database so that nobody else can use it, says so on standard output, and keeps it till it is killed. */
import Sqlite from 'better-sqlite3';

const database = new Sqlite(process.argv[2]);
database.pragma('locking_mode = EXCLUSIVE');
database.exec('BEGIN EXCLUSIVE');
process.stdout.write('locked\n');
// Held on to by the timer: a collected connection is closed, and its lock gone.
setInterval(() => database.inTransaction, 60_000);
