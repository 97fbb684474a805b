/**
 * One request at a time, and the latest wins: while one is under way the next waits, a later one
 * takes the waiting one's place, and one that takes too long is given up for the one that waits.
 * So a drag shows every solid that there is time for, and ends with the last.
 */
export class Latest<Request> {
  private waiting: Request | null = null;
  private running: AbortController | null = null;
  private drained: Promise<void> = Promise.resolve();

  /** @param patienceMillis How long a request may take once another waits. */
  constructor(
    private readonly work: (request: Request, signal: AbortSignal) => Promise<void>,
    private readonly patienceMillis: number,
  ) {}

  /** Asks for this request's work, instead of any that still waits. */
  ask(request: Request): void {
    this.waiting = request;
    if (this.running === null) {
      this.drained = this.drain();
      return;
    }
    const overtaken = this.running;
    setTimeout(() => {
      if (this.running === overtaken && this.waiting !== null) {
        overtaken.abort();
      }
    }, this.patienceMillis);
  }

  /** Comes back once nothing is under way and nothing waits. */
  async rest(): Promise<void> {
    await this.drained;
  }

  /** Gives up what waits. */
  forget(): void {
    this.waiting = null;
  }

  /** Gives up what is under way and what waits. */
  cancel(): void {
    this.waiting = null;
    this.running?.abort();
  }

  private async drain(): Promise<void> {
    while (this.waiting !== null) {
      const request = this.waiting;
      this.waiting = null;
      this.running = new AbortController();
      await this.work(request, this.running.signal);
    }
    this.running = null;
  }
}
