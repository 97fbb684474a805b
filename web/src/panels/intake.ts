/** Pictures and program files as they come: chosen, dropped, pasted, photographed. */

import { element } from "../dom/element";
import type { Making } from "../state/making";
import { isPicture, type Queue } from "../state/queue";
import type { Workbench } from "../state/workbench";

export class Intake {
  private readonly chooser = element("input", { type: "file", multiple: true, hidden: true });
  private readonly photo = element("input", {
    type: "file",
    accept: "image/*",
    capture: "environment",
    hidden: true,
  });

  constructor(
    private readonly workbench: Workbench,
    private readonly making: Making,
    private readonly queue: Queue,
  ) {
    document.body.append(this.chooser, this.photo);
    for (const input of [this.chooser, this.photo]) {
      input.addEventListener("change", () => {
        this.take([...(input.files ?? [])]);
        input.value = "";
      });
    }
    this.listenForDrops();
    document.addEventListener("paste", (event) => this.paste(event));
  }

  choose(): void {
    this.chooser.click();
  }

  photograph(): void {
    this.photo.click();
  }

  /** A picture is read, any other file opened as a program; several wait for each other. */
  take(files: readonly File[]): void {
    const [file] = files;
    if (file === undefined) {
      return;
    }
    if (files.length > 1) {
      this.queue.add(files);
    } else if (isPicture(file)) {
      void this.workbench.pictures.take(file, file.name);
    } else {
      void this.workbench.openFile(file);
    }
  }

  private listenForDrops(): void {
    const { body } = document;
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      body.classList.add("dropping");
    });
    document.addEventListener("dragleave", (event) => {
      body.classList.toggle("dropping", event.relatedTarget !== null);
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      body.classList.remove("dropping");
      this.take([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /**
   * Pasted pictures are read; what was copied here is put where a click says, and another program is
   * opened, unless it is pasted into a field.
   */
  private paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) {
      event.preventDefault();
      this.take(files);
      return;
    }
    const isField = event.target instanceof HTMLElement && event.target.matches("input, textarea");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isProgram = /^\s*(#|add_sketch)/.test(text);
    if (isField) {
      return;
    }
    if (this.making.isCopied(isProgram ? text : null)) {
      this.making.take({ kind: "paste" });
    } else if (isProgram) {
      this.workbench.open(text, "pasted part");
    }
  }
}
