import { hostname } from 'node:os';

/** Name of this process among those that share a state folder; another one never has the same. */
export const processName = (startedAt: Date): string =>
  `${hostname()}:${process.pid}:${startedAt.getTime()}`;

/** What tells who among the processes that share a state folder has something in hand. */
export interface AmongProcesses {
  /** Name of this process, e.g. host and process id. */
  readonly owner: string;
  /** Whether the process of that name may still be at work. */
  readonly isAtWork: (owner: string) => boolean;
}

/** Whether a process of that name may still be at work. Of another machine it cannot be known. */
export function isAtWork(name: string): boolean {
  const [host, pid] = name.split(':');
  if (host !== hostname()) return true;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    // EPERM: it is there but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
