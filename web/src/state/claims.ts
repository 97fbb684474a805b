/** Which parts this tab has: a part is open in one tab at a time. */

/** How long the tab before a reload may take to let go. */
const PATIENCE_MILLIS = 500;

/** Parts that this tab has, with what lets go of each. */
const claims = new Map<string, () => void>();

/** Whether this tab may change a part. Pages without TLS have no locks: there it always may. */
export async function claim(part: string): Promise<boolean> {
  if (claims.has(part) || navigator.locks === undefined) {
    return true;
  }
  const signal = AbortSignal.timeout(PATIENCE_MILLIS);
  // A page that was busy for as long asks once more: nobody else may have the part.
  return (await taken(part, { signal })) || taken(part, { ifAvailable: true });
}

/** Takes the lock of a part and holds it; says whether it could be had. */
function taken(part: string, options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const held = navigator.locks.request(`cadseq part ${part}`, options, (lock) => {
      resolve(lock !== null);
      return lock && new Promise<void>((release) => claims.set(part, release));
    });
    held.catch(() => resolve(false));
  });
}

/** Lets other tabs have all parts of this one. */
export function release(): void {
  for (const letGo of claims.values()) {
    letGo();
  }
  claims.clear();
}
