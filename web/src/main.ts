/** Puts the page together. */

import "./styles/tokens.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/viewport.css";
import { element } from "./dom/element";
import { decodeText, readFragment } from "./link/codec";
import { ExportPanel } from "./panels/export_panel";
import { header } from "./panels/header";
import { helpDialog } from "./panels/help";
import { Intake } from "./panels/intake";
import { listenForKeys } from "./panels/keys";
import { MeasuresBar } from "./panels/measures_bar";
import { Notices } from "./panels/notices";
import { PicturePanel } from "./panels/picture_panel";
import { ScalePanel } from "./panels/scale_panel";
import { SketchView } from "./panels/sketch_view";
import { Start } from "./panels/start";
import { tabs } from "./panels/tabs";
import { TextEditor } from "./panels/text_editor";
import { Timeline } from "./panels/timeline";
import { Client } from "./server/client";
import { takeToken } from "./server/token";
import { savedProgram, saveProgram } from "./state/saved";
import { programOf, Store } from "./state/state";
import { Workbench } from "./state/workbench";
import { Look } from "./styles/look";
import { Toolbar } from "./viewport/toolbar";
import { lengthOf, Viewport } from "./viewport/viewport";

const client = new Client(takeToken());
const workbench = new Workbench(new Store(), client);
const look = new Look();

const scale = new ScalePanel(workbench);
const viewport = new Viewport(workbench, (measured) =>
  scale.measure(measured && lengthOf(measured)),
);
const toolbar = new Toolbar(viewport, workbench.store);
const intake = new Intake(workbench);
const files = new ExportPanel(workbench, client);
const help = helpDialog();
const start = new Start(
  workbench,
  client,
  () => intake.choose(),
  () => intake.photograph(),
);

const bench = element(
  "main",
  { class: "bench" },
  element(
    "aside",
    { class: "side", "aria-label": "Program" },
    new Timeline(workbench).element,
    new SketchView(workbench).element,
  ),
  element(
    "div",
    { class: "stage" },
    viewport.element,
    toolbar.element,
    toolbar.tray,
    new MeasuresBar(workbench).element,
    start.element,
    new Notices(workbench).element,
  ),
  element(
    "aside",
    { class: "side", "aria-label": "Picture, text, export" },
    new PicturePanel(workbench).element,
    scale.element,
    new TextEditor(workbench).element,
    files.element,
  ),
);
const bar = header(workbench, {
  open: () => intake.choose(),
  share: () => void files.copyLink(),
  look: () => look.next(),
  help: () => help.showModal(),
});
document.body.append(bar, bench, tabs(bench), help);

look.onChange(() => viewport.recolor());
workbench.store.listen((state, before) => {
  document.body.classList.toggle("empty", state.history === null);
  if (state.build !== before.build) {
    toolbar.follow();
  }
  if (state.text !== before.text && programOf(state) !== null && state.text !== "") {
    saveProgram(state);
  }
});
document.body.classList.add("empty");

listenForKeys(
  {
    o: () => intake.choose(),
    n: () => workbench.close(),
    f: () => toolbar.fit(),
    e: () => toolbar.toggleEdges(),
    x: () => toolbar.toggleSection(),
    m: () => toolbar.toggleMeasure(),
    p: () => toolbar.togglePicture(),
    s: () => void files.saveNamed("step"),
    l: () => void files.copyLink(),
    t: () => look.next(),
    escape: () => toolbar.reset(),
    "?": () => help.showModal(),
    ...Object.fromEntries(Array.from("0123456", (key) => [key, () => void toolbar.look(key)])),
  },
  {
    z: () => workbench.undo(),
    "Shift z": () => workbench.redo(),
    y: () => workbench.redo(),
  },
);

/** Opens what the address holds, else what was open last. */
async function begin(): Promise<void> {
  const { program } = readFragment(location.hash);
  if (program === null) {
    const saved = savedProgram();
    if (saved !== null) {
      workbench.open(saved.text, saved.name);
    }
    return;
  }
  history.replaceState(null, "", location.pathname + location.search);
  try {
    workbench.open(await decodeText(program), "linked part");
  } catch {
    const message =
      "The link is damaged: it was cut or changed on its way. Ask for it again, whole.";
    workbench.store.update({ problem: { message, of: "link", isUnreachable: false } });
  }
}

addEventListener("hashchange", () => void begin());
void begin();
