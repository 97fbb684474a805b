/** Keys that work everywhere but where text is typed. */

/** What each key does. */
export type Keys = Readonly<Record<string, () => void>>;

/** Listens for keys; `withControl` are those with Ctrl or Cmd. */
export function listenForKeys(keys: Keys, withControl: Keys): void {
  document.addEventListener("keydown", (event) => {
    const isTyped = isTextField(event.target);
    const name = `${event.shiftKey && event.key.length === 1 ? "Shift " : ""}${event.key.toLowerCase()}`;
    if (event.ctrlKey || event.metaKey) {
      // A text field has an undo of its own.
      const act = event.target instanceof HTMLTextAreaElement ? undefined : withControl[name];
      run(act, event);
    } else if (!isTyped && !event.altKey && document.querySelector("dialog[open]") === null) {
      run(keys[event.key.toLowerCase()], event);
    }
  });
}

function run(act: (() => void) | undefined, event: KeyboardEvent): void {
  if (act !== undefined) {
    event.preventDefault();
    act();
  }
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox")
  );
}
