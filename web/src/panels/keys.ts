/** Keys that work everywhere but where text is typed. */

/** What keys do, by their names in small letters. */
type Keys = Readonly<Record<string, () => void>>;

/** Which keys work when. */
export interface Keymap {
  readonly always: Keys;
  /** Those that need a part. */
  readonly whenOpen: Keys;
  /** Those with Ctrl or Cmd. */
  readonly withControl: Keys;
  isOpen(): boolean;
}

/** Listens for keys. */
export function listenForKeys(keymap: Keymap): void {
  document.addEventListener("keydown", (event) => {
    const act = actOf(keymap, event);
    if (act !== undefined && document.querySelector("dialog[open]") === null) {
      event.preventDefault();
      act();
    }
  });
}

function actOf(keymap: Keymap, event: KeyboardEvent): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    // The text has an undo of its own.
    const isText = event.target instanceof HTMLTextAreaElement;
    return isText ? undefined : keymap.withControl[event.shiftKey ? `shift ${key}` : key];
  }
  if (event.altKey || isTyped(event.target)) {
    return undefined;
  }
  return keymap.always[key] ?? (keymap.isOpen() ? keymap.whenOpen[key] : undefined);
}

/** Whether an element takes letters itself. */
function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox")
  );
}
