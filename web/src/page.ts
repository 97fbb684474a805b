/** The page: which parts there are, where they stand, and which keys work. */

import { element } from "./dom/element";
import { SHAPE_NAMES, SHAPES } from "./drawing/shapes";
import { ExportPanel } from "./panels/export_panel";
import { header } from "./panels/header";
import { helpDialog } from "./panels/help";
import { Intake } from "./panels/intake";
import { listenForKeys } from "./panels/keys";
import { MakeBar } from "./panels/make_bar";
import { MeasuresBar } from "./panels/measures_bar";
import { Notices } from "./panels/notices";
import { PicturePanel } from "./panels/picture_panel";
import { ScalePanel } from "./panels/scale_panel";
import { SketchView } from "./panels/sketch_view";
import { Start } from "./panels/start";
import { tabs } from "./panels/tabs";
import { TextEditor } from "./panels/text_editor";
import { TidyPanel } from "./panels/tidy_panel";
import { Timeline } from "./panels/timeline";
import { ToolTray } from "./panels/tool_tray";
import type { Client } from "./server/client";
import { Keeper } from "./state/keeper";
import { Making } from "./state/making";
import { Queue } from "./state/queue";
import type { Workbench } from "./state/workbench";
import { Look } from "./styles/look";
import { Toolbar } from "./viewport/toolbar";
import { Viewport } from "./viewport/viewport";

/** Screens on which a picture to be cropped does not fit beside the panels. */
const SMALL = "(max-width: 1000px)";

export class Page {
  private readonly look = new Look();
  private readonly help = helpDialog();
  private readonly queue: Queue;
  private readonly scale: ScalePanel;
  private readonly viewport: Viewport;
  private readonly toolbar: Toolbar;
  private readonly making: Making;
  private readonly makeBar: MakeBar;
  private readonly toolTray: ToolTray;
  private readonly intake: Intake;
  private readonly files: ExportPanel;
  private readonly start: Start;

  /** @throws Where the browser has no WebGL. */
  constructor(
    private readonly workbench: Workbench,
    client: Client,
  ) {
    this.queue = new Queue(workbench);
    this.scale = new ScalePanel(workbench);
    this.making = new Making(workbench);
    this.viewport = new Viewport(workbench, this.making, (units) => this.scale.measure(units));
    this.makeBar = new MakeBar(workbench, this.making);
    this.toolTray = new ToolTray(workbench, this.making, this.viewport);
    this.toolbar = new Toolbar(this.viewport, workbench.store);
    this.intake = new Intake(workbench, this.making, this.queue);
    this.files = new ExportPanel(workbench, client);
    this.start = new Start(workbench, client, this.queue, {
      begin: () => this.making.begin(),
      choose: () => this.intake.choose(),
      photograph: () => this.intake.photograph(),
    });
    const bench = element("main", { class: "bench" }, this.left(), this.middle(), this.right());
    document.body.append(this.bar(), bench, tabs(bench), this.help);
    this.listen();
    this.listenForKeys();
  }

  /** Starts to keep parts in the browser; null where it keeps nothing. */
  async keep(): Promise<Keeper | null> {
    const keeper = await Keeper.start(this.workbench, () => this.viewport.thumbnail());
    this.start.showParts(keeper);
    await this.queue.keepWith(keeper);
    return keeper;
  }

  private left(): HTMLElement {
    const { workbench, making } = this;
    const panels = [
      new Timeline(workbench, making),
      new SketchView(workbench),
      new TidyPanel(workbench),
    ];
    return side("Program", panels);
  }

  private middle(): HTMLElement {
    const { workbench, toolbar, makeBar, toolTray, start } = this;
    const measures = new MeasuresBar(workbench);
    const notices = new Notices(workbench);
    const trays = [{ element: toolbar.tray }, toolTray];
    const parts = [this.viewport, toolbar, makeBar, ...trays, measures, start, notices];
    const stage = element("div", { class: "stage" }, ...parts.map((part) => part.element));
    workbench.store.watch(["sketching", "tool"], ({ sketching, tool }) => {
      stage.classList.toggle("making", sketching !== null || tool !== null);
    });
    return stage;
  }

  private right(): HTMLElement {
    const { workbench } = this;
    const panels = [new PicturePanel(workbench), this.scale, new TextEditor(workbench), this.files];
    return side("Picture, text, export", panels);
  }

  private bar(): HTMLElement {
    return header(this.workbench, {
      open: () => this.intake.choose(),
      share: () => void this.files.copyLink(),
      look: () => this.look.next(),
      help: () => this.help.showModal(),
    });
  }

  private listen(): void {
    document.body.classList.add("empty");
    this.look.onChange(() => this.viewport.recolor());
    this.workbench.store.listen((state, before) => {
      // On a small screen a picture on its way has all of the room.
      const isCovered = state.attempt !== null && matchMedia(SMALL).matches;
      document.body.classList.toggle("empty", state.history === null || isCovered);
      document.title = state.history === null ? "cadseq" : `${state.name} - cadseq`;
      if (state.build !== before.build) {
        this.toolbar.follow();
      }
      if (before.history === null && state.history !== null) {
        // What had the focus is gone; the next thing to do is the chosen step.
        document.querySelector<HTMLElement>(".step[aria-expanded='true']")?.focus();
      }
    });
  }

  private listenForKeys(): void {
    const { workbench, toolbar, intake, files } = this;
    const views = Array.from("0123456", (key) => [key, () => void toolbar.look(key)]);
    listenForKeys({
      always: {
        o: () => intake.choose(),
        t: () => this.look.next(),
        "?": () => this.help.showModal(),
      },
      whenOpen: {
        n: () => workbench.close(),
        ...this.makingKeys(),
        f: () => toolbar.fit(),
        e: () => toolbar.toggleEdges(),
        q: () => toolbar.toggleOrthographic(),
        x: () => toolbar.toggleSection(),
        m: () => toolbar.toggleMeasure(),
        p: () => toolbar.togglePicture(),
        s: () => void files.saveNamed("step"),
        l: () => void files.copyLink(),
        escape: () => this.escape(),
        ...Object.fromEntries(views),
      },
      withControl: {
        z: () => workbench.undo(),
        "shift z": () => workbench.redo(),
        y: () => workbench.redo(),
        c: () => void this.copyFeature(),
      },
      inSketch: this.sketchKeys(),
      isOpen: () => workbench.store.state.history !== null,
      isSketching: () => workbench.store.state.sketching !== null,
    });
  }

  private makingKeys(): Record<string, () => void> {
    const { making } = this;
    const { store } = this.workbench;
    const withStep = (act: (index: number) => void) => (): void => {
      const { selected } = store.state;
      if (selected !== null) {
        act(selected);
      }
    };
    return {
      k: () => making.take({ kind: "plane" }),
      h: () => making.take({ kind: "hole" }),
      d: () => making.extrude(),
      delete: withStep((index) => making.remove(index)),
      backspace: withStep((index) => making.remove(index)),
      "alt arrowup": withStep((index) => making.move(index, -1)),
      "alt arrowdown": withStep((index) => making.move(index, 1)),
    };
  }

  /** Keys of the open sketch, before those of the part. */
  private sketchKeys(): Record<string, () => void> {
    const { making, viewport } = this;
    const shapes = SHAPE_NAMES.map((shape) => [
      SHAPES[shape].key.toLowerCase(),
      () => making.draw(shape),
    ]);
    return {
      ...Object.fromEntries(shapes),
      i: () => making.take({ kind: "pattern", pattern: "line" }),
      j: () => making.take({ kind: "pattern", pattern: "circle" }),
      enter: () => (viewport.sketching.isBusy ? viewport.sketching.accept() : making.closeSketch()),
    };
  }

  /** One step back out: the stroke, the tool, the sketch, at last views and sections. */
  private escape(): void {
    const { making, viewport, toolbar } = this;
    if (!viewport.sketching.cancel() && !making.leave()) {
      toolbar.reset();
    }
  }

  private async copyFeature(): Promise<void> {
    const { selected } = this.workbench.store.state;
    const text = selected === null ? null : this.making.copy(selected);
    if (text !== null) {
      await navigator.clipboard?.writeText(text).catch(() => undefined);
    }
  }
}

function side(label: string, panels: readonly { readonly element: HTMLElement }[]): HTMLElement {
  return element(
    "aside",
    { class: "side", "aria-label": label },
    ...panels.map((panel) => panel.element),
  );
}
