/** Keys that work everywhere but where text is typed. */

/** What keys do, by their names in small letters. */
type Keys = Readonly<Record<string, () => void>>;

/** Which keys work when. */
export interface Keymap {
  readonly always: Keys;
  /** Those that need a part. */
  readonly whenOpen: Keys;
  /** Those of the open sketch, which come before the others. */
  readonly inSketch: Keys;
  /** Those with Ctrl or Cmd. */
  readonly withControl: Keys;
  isOpen(): boolean;
  isSketching(): boolean;
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
  const { target } = event;
  if (event.ctrlKey || event.metaKey) {
    // The text has an undo of its own, and what is marked is copied as text.
    const isOthers = key === "c" ? isTyped(target) || isMarked() : isText(target);
    return isOthers ? undefined : keymap.withControl[event.shiftKey ? `shift ${key}` : key];
  }
  const isPressed = (key === "enter" || key === " ") && target instanceof HTMLButtonElement;
  if (isTyped(target) || isPressed) {
    return undefined;
  }
  const name = event.altKey ? `alt ${key}` : key;
  const inSketch = keymap.isSketching() ? keymap.inSketch[name] : undefined;
  return inSketch ?? keymap.always[name] ?? (keymap.isOpen() ? keymap.whenOpen[name] : undefined);
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement;
}

function isMarked(): boolean {
  return (getSelection()?.toString() ?? "") !== "";
}

/** Whether an element takes letters itself. */
function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox")
  );
}
