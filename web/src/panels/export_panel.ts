/** What leaves the page: files of every format, the text, a link. */

import { button, element, section } from "../dom/element";
import { icon } from "../dom/icon";
import { encodeText } from "../link/codec";
import { sketchNumberOf } from "../program/sketch";
import type { Format } from "../server/answers";
import type { Client } from "../server/client";
import { trustOf, trustWords } from "../state/confidence";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { MESHES, MeshChoice } from "./mesh_choice";

const KINDS: Readonly<Record<Format["kind"], string>> = {
  solid: "Solid",
  script: "Script",
  drawing: "Drawing of the sketch",
  program: "Program",
};

export class ExportPanel {
  readonly element: HTMLElement;
  private readonly mesh: MeshChoice;
  private formats: readonly Format[] = [];
  private readonly files = element("div", { class: "formats" });
  private readonly remark = element("p", { class: "remark", role: "status" });
  private readonly name = element("input", {
    id: "part-name",
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 80,
  });

  constructor(
    private readonly workbench: Workbench,
    private readonly client: Client,
  ) {
    const label = element("label", { class: "choice", for: "part-name" }, "Name", this.name);
    this.mesh = new MeshChoice(workbench);
    const copyText = button(icon("copy"), () => this.copyText(), { class: "secondary" });
    const copyLink = button(icon("link"), () => this.copyLink(), { class: "secondary" });
    copyText.append("Copy text");
    copyLink.append("Copy link");
    const copies = element("div", { class: "copies" }, copyText, copyLink);
    this.element = section(
      "export",
      "Export",
      label,
      this.remark,
      this.files,
      this.mesh.element,
      copies,
    );
    this.element.dataset.tab = "export";
    this.name.addEventListener("input", () => workbench.rename(this.name.value));
    this.name.addEventListener("blur", () => workbench.settle());
    workbench.store.watch(["text", "built", "problem", "picture"], (state) => {
      this.remark.textContent = remarkOn(state);
    });
    workbench.store.watch(["name"], ({ name }) => {
      if (this.name.value !== name) {
        this.name.value = name;
      }
    });
    void this.offer();
  }

  /** Saves the solid on show in a format; the text's own file is the text as it stands. */
  async save(format: Format): Promise<void> {
    const { state } = this.workbench.store;
    if (state.history === null) {
      return;
    }
    try {
      const name = fileName(state.name, format.extension);
      download(format.name === "text" ? new Blob([state.text]) : await this.convert(format), name);
      this.workbench.tell([`Saved ${name}.`, remarkOn(this.workbench.store.state)].join(" "));
    } catch (error) {
      this.workbench.failures.add("file", error, () => void this.save(format));
    }
  }

  /** Saves the part in the format of a name. */
  async saveNamed(name: string): Promise<void> {
    const format = this.formats.find((one) => one.name === name);
    if (format !== undefined) {
      await this.save(format);
    }
  }

  async copyText(): Promise<void> {
    await this.copy(this.workbench.store.state.text, "The program's text is in the clipboard.");
  }

  async copyLink(): Promise<void> {
    const code = await encodeText(this.workbench.store.state.text);
    const address = new URL(location.href);
    address.hash = `p=${code}`;
    await this.copy(address.href, "A link that holds the program is in the clipboard.");
  }

  private async convert(format: Format): Promise<Blob> {
    const text = await this.workbench.solid();
    const { program, selected, name } = this.workbench.store.state;
    if (text === null) {
      throw new Error(
        "There is no solid to save yet: the program does not build. Its text can be saved.",
      );
    }
    const sketch = program === null ? 0 : Math.max(0, sketchNumberOf(program, selected ?? 0));
    const tolerance = this.mesh.tolerance(this.workbench.store.state.build);
    return this.client.convert({
      text,
      to: format.name,
      name: name.trim() || "part",
      sketch,
      ...(tolerance !== null && MESHES.includes(format.name) ? { tolerance } : {}),
    });
  }

  private async copy(text: string, news: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.workbench.tell(news);
    } catch {
      // Without a secure address a browser has no clipboard: the text is shown to be taken by hand.
      prompt("Copy this:", text);
    }
  }

  private async offer(): Promise<void> {
    try {
      this.formats = await this.client.formats();
      this.show(this.formats);
    } catch (error) {
      this.workbench.failures.add("file", error, () => void this.offer());
    }
  }

  private show(formats: readonly Format[]): void {
    const groups = Object.entries(KINDS).map(([kind, title]) => {
      const buttons = formats
        .filter((format) => format.kind === kind)
        .map((format) => this.button(format));
      const heading = element("h3", {}, title);
      return buttons.length === 0
        ? null
        : element("div", { class: "format-group" }, heading, element("div", {}, ...buttons));
    });
    this.files.replaceChildren(...groups.filter((group) => group !== null));
  }

  private button(format: Format): HTMLButtonElement {
    const attributes = {
      class: "format",
      "data-format": format.name,
      title: `.${format.extension}`,
    };
    return button(format.title, () => void this.save(format), attributes);
  }
}

/** What files will hold, where that is not what one would think. */
function remarkOn({ history, text, built, problem, picture }: State): string {
  const isOld = problem?.canRetry === false && history !== null && text !== built?.text;
  const old =
    built === null
      ? "The program does not build: only its text can be saved."
      : "The program does not build now: files hold the last solid, as it is shown; text and link hold the text.";
  const confidence = picture?.picture.confidence ?? 1;
  const doubt = trustOf(confidence) === "likely" ? "" : `${trustWords(confidence)}.`;
  return [isOld ? old : "", doubt].filter((words) => words !== "").join(" ");
}

/** A file of this name; what no system takes in a name is left out. */
function fileName(name: string, extension: string): string {
  const kept = Array.from(name.normalize("NFC"), (sign) =>
    sign < " " || '\\/:*?"<>|'.includes(sign) ? "_" : sign,
  ).join("");
  return `${kept.trim() || "part"}.${extension}`;
}

function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun once the click is handled; the address must outlive that.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
