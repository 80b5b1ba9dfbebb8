/** Somewhere to go instead. */
export interface Near {
  readonly label: string;
  readonly address: string;
}

/** What an address asks for is not there; the person reads why, and what is nearest. */
export class NotHere extends Error {
  readonly title: string;
  readonly nearest: readonly Near[];

  constructor(title: string, explanation: string, nearest: readonly Near[]) {
    super(explanation);
    this.name = 'NotHere';
    this.title = title;
    this.nearest = nearest;
  }
}
