/** What this tab has for itself: a part is open, and a file that waits is read, in one tab at a time. */

/** How long the tab before a reload may take to let go. */
const PATIENCE_MILLIS = 500;

export class Claims {
  /** What this tab has, with what lets go of each. */
  private readonly held = new Map<string, () => void>();

  constructor(private readonly kind: "part" | "file") {}

  /** Whether this tab may change it. Pages without TLS have no locks: there it always may. */
  async claim(id: string): Promise<boolean> {
    if (this.held.has(id) || navigator.locks === undefined) {
      return true;
    }
    const signal = AbortSignal.timeout(PATIENCE_MILLIS);
    // A page that was busy for as long asks once more: nobody else may have it.
    return (await this.taken(id, { signal })) || this.taken(id, { ifAvailable: true });
  }

  /** Lets other tabs have all that this one has. */
  release(): void {
    for (const letGo of this.held.values()) {
      letGo();
    }
    this.held.clear();
  }

  /** Takes the lock and holds it; says whether it could be had. */
  private taken(id: string, options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const held = navigator.locks.request(`cadseq ${this.kind} ${id}`, options, (lock) => {
        resolve(lock !== null);
        return lock && new Promise<void>((release) => this.held.set(id, release));
      });
      held.catch(() => resolve(false));
    });
  }
}
