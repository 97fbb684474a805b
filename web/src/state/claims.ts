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
  return new Promise((resolve) => {
    const held = navigator.locks.request(`cadseq part ${part}`, { signal }, () => {
      resolve(true);
      return new Promise<void>((release) => claims.set(part, release));
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
