/** Keeps the open part in the browser as it changes, and opens the parts that are kept. */

import { type History, startHistory } from "../program/history";
import { Claims } from "./claims";
import { Library, type PartEntry, picturesOf, type SavedWork } from "./library";
import { partOfTab, savePartOfTab, takeEarlierProgram } from "./saved";
import { openedWork, savedPicture, savedWork } from "./saved_work";
import type { State } from "./state";
import { newId, type Picture, picturesIn, type Version } from "./version";
import type { Workbench } from "./workbench";

/** How long a part may change before it is kept: a drag changes it many times a second. */
const REST_MILLIS = 300;

/** How long a solid must rest before its picture is taken. */
const PICTURE_MILLIS = 1200;

const NEW = { changed: 0, thumbnail: "" };

export class Keeper {
  /** What the list shows of the open part beyond its name. */
  private shown = NEW;
  /** The history that came from the library: it is kept already. */
  private loaded: History<Version> | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private taking: ReturnType<typeof setTimeout> | undefined;
  /** Pictures that are in the library. */
  private readonly known = new Set<string>();
  private readonly claims = new Claims("part");
  private readonly listeners: (() => void)[] = [];

  private constructor(
    private readonly workbench: Workbench,
    private readonly library: Library,
    private readonly picture: () => string,
  ) {
    workbench.store.listen((state, before) => this.follow(state, before));
    addEventListener("pagehide", () => this.keepNow());
    document.addEventListener("visibilitychange", () => this.keepNow());
  }

  /**
   * Starts to keep what the workbench has open; null where the browser keeps nothing.
   *
   * @param picture Draws a small picture of the solid.
   */
  static async start(workbench: Workbench, picture: () => string): Promise<Keeper | null> {
    try {
      return new Keeper(workbench, await Library.open(), picture);
    } catch {
      workbench.tell("This browser keeps nothing: save what you make as files.");
      return null;
    }
  }

  /** Calls back when other parts are kept than before. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  list(): Promise<PartEntry[]> {
    return this.library.list();
  }

  /**
   * Goes on with what this tab had, else with the latest part unless another tab has it, or files wait
   * that the first page shows.
   */
  async goOn(): Promise<void> {
    const earlier = takeEarlierProgram();
    if (earlier !== null) {
      this.workbench.open(earlier.text, earlier.name);
      return;
    }
    const mine = partOfTab();
    const isFree = this.workbench.store.state.queue.length === 0;
    const latest = mine ?? (isFree ? (await this.list())[0]?.id : undefined);
    if (latest !== undefined && !(await this.open(latest)) && latest === mine) {
      // A tab that was duplicated: the other one has the part.
      await this.duplicate(latest);
    }
  }

  /** Keeps a part that is not open. */
  async add(part: Version, thumbnail: string): Promise<void> {
    const history = startHistory(part);
    const entry = { id: part.part, name: part.name, changed: Date.now(), thumbnail };
    await this.library.keep(entry, savedWork(history), picturesIn(history).map(savedPicture));
    this.tell();
  }

  /** Opens a part; says whether it could: another tab may have it. */
  async open(id: string): Promise<boolean> {
    const work = await this.library.load(id);
    if (work === undefined || !(await this.claims.claim(id))) {
      return false;
    }
    const entry = (await this.list()).find((one) => one.id === id);
    this.loaded = await this.history(work);
    this.workbench.resume(this.loaded);
    this.shown = entry ? { changed: entry.changed, thumbnail: entry.thumbnail } : NEW;
    return true;
  }

  /** Opens a copy of a part. */
  async duplicate(id: string): Promise<void> {
    const work = await this.library.load(id);
    if (work !== undefined) {
      const { present } = await this.history(work);
      this.workbench.resume(
        startHistory({ ...present, part: newId(), name: `${present.name} copy` }),
      );
    }
  }

  async remove(id: string): Promise<void> {
    await this.library.remove(id);
    this.tell();
  }

  /** Keeps at once what is to be kept. */
  keepNow(): void {
    if (this.waiting !== undefined) {
      this.keep();
    }
  }

  private follow(state: State, before: State): void {
    const { history } = state;
    if (history === null) {
      if (before.history !== null) {
        this.leavePart(before.history);
        savePartOfTab(null);
        this.claims.release();
      }
      return;
    }
    if (history !== before.history) {
      if (history.present.part !== before.history?.present.part) {
        this.leavePart(before.history);
        void this.arrive(history.present.part);
      }
      if (history !== this.loaded) {
        this.shown = { ...this.shown, changed: Date.now() };
        this.waiting ??= setTimeout(() => this.keep(), REST_MILLIS);
      }
    }
    if (state.build !== before.build && state.build !== null) {
      clearTimeout(this.taking);
      this.taking = setTimeout(() => this.takePicture(), PICTURE_MILLIS);
    }
  }

  /** Makes the part that is open now this tab's own, or a copy of it where another tab has it. */
  private async arrive(part: string): Promise<void> {
    savePartOfTab(part);
    if (await this.claims.claim(part)) {
      return;
    }
    const { history } = this.workbench.store.state;
    if (history?.present.part === part) {
      const present = { ...history.present, part: newId(), name: `${history.present.name} copy` };
      this.workbench.store.update({ history: { ...history, present } });
      // What is being built is that of the other one.
      this.workbench.show();
      this.workbench.tell("Another tab has this part too; here it goes on as a copy.");
    }
  }

  private leavePart(history: History<Version> | null): void {
    if (this.waiting !== undefined) {
      this.keep(history);
    }
    clearTimeout(this.taking);
    this.shown = NEW;
  }

  private takePicture(): void {
    this.shown = { ...this.shown, thumbnail: this.picture() };
    this.keep();
  }

  private keep(history = this.workbench.store.state.history): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (history === null) {
      return;
    }
    const { part: id, name } = history.present;
    const entry = { id, name, ...this.shown };
    const work = savedWork(history);
    const used = new Set(picturesOf(work));
    const pictures = picturesIn(history).filter(({ id }) => used.has(id) && !this.known.has(id));
    this.library.keep(entry, work, pictures.map(savedPicture)).then(
      () => {
        for (const picture of pictures) {
          this.known.add(picture.id);
        }
        this.tell();
      },
      (error: unknown) => this.workbench.failures.add("parts", error, () => this.keep()),
    );
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }

  /** A kept part as the workbench has it. */
  private async history(work: SavedWork): Promise<History<Version>> {
    const pictures = new Map<string, Picture>();
    for (const id of picturesOf(work)) {
      const saved = await this.library.picture(id);
      if (saved !== undefined) {
        pictures.set(id, { ...saved, address: URL.createObjectURL(saved.content) });
        this.known.add(id);
      }
    }
    return openedWork(work, pictures);
  }
}
