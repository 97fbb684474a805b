/** Undo and redo: states that were, the state that is, states that were undone. */

/** Edits of one gesture, such as the drag of a slider, share a key and become one step. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly gesture: string | null;
}

/** Steps kept; a program is small. */
const DEPTH = 200;

/** A history that starts here. */
export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Goes on to a new state; within one gesture the state before it stays the one to undo to. */
export function record<T>(history: History<T>, next: T, gesture: string | null): History<T> {
  const continues = gesture !== null && gesture === history.gesture;
  const past = continues ? history.past : [...history.past, history.present].slice(-DEPTH);
  return { past, present: next, future: [], gesture };
}

/** Ends a gesture: the next edit is a step of its own even with the same key. */
export function settle<T>(history: History<T>): History<T> {
  return { ...history, gesture: null };
}

/** One step back; the same history where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) {
    return history;
  }
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present, future, gesture: null };
}

/** One step forward again. */
export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) {
    return history;
  }
  return { past: [...history.past, history.present], present, future, gesture: null };
}
