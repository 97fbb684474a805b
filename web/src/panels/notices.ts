/** What went wrong, in words with a way out; and news for those who listen. */

import { button, element } from "../dom/element";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";

export class Notices {
  readonly element: HTMLElement;
  private readonly message = element("p", { class: "message" });
  private readonly problem: HTMLElement;
  private readonly retry: HTMLButtonElement;
  private readonly news = element("p", { class: "news", role: "status" });
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(workbench: Workbench) {
    this.retry = button("Try again", () => workbench.failures.retry(), { class: "primary" });
    const close = button("×", () => workbench.failures.dismiss(), {
      class: "close",
      "aria-label": "Dismiss",
    });
    this.problem = element("div", { class: "problem", role: "alert", hidden: true });
    this.problem.append(this.message, this.retry, close);
    this.element = element("div", { class: "notices" }, this.news, this.problem);
    workbench.store.watch(["problem"], (state) => this.showProblem(state));
    workbench.store.watch(["news"], ({ news }) => this.showNews(news));
  }

  private showProblem({ problem }: State): void {
    // Faults of the text stand under the text.
    const isShown = problem !== null && (problem.of !== "text" || problem.canRetry);
    this.problem.hidden = !isShown;
    if (problem !== null && isShown) {
      this.message.textContent = problem.message;
      this.retry.hidden = !problem.canRetry;
    }
  }

  private showNews(news: string): void {
    clearTimeout(this.fading);
    this.news.textContent = news;
    this.news.classList.toggle("shown", news !== "");
    this.fading = setTimeout(() => this.news.classList.remove("shown"), 4000);
  }
}
