/** A request that is understood and not served; shown as a page of this status. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;

  /** `explanation`: why, and what to do. */
  constructor(status: number, title: string, explanation: string) {
    super(explanation);
    this.name = 'Refusal';
    this.status = status;
    this.title = title;
  }
}
