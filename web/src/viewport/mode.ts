/** What the pointer does over the solid. */

import type { CanvasPoint } from "./sight";

export interface Mode {
  /** Whether hovering, clicking and the wheel are this mode's. */
  readonly isOn: boolean;
  /** The pointer is here, or has left. */
  hover(at: CanvasPoint | null): void;
  click(at: CanvasPoint): void;
  /** Draws what stands over the solid, as it is seen now. */
  draw?(): void;
  /** Whether a drag that begins here is this mode's, and does not turn the solid. */
  press?(at: CanvasPoint): boolean;
  drag?(at: CanvasPoint): void;
  drop?(): void;
  /** The wheel turns by so many notches; says whether it is this mode's. */
  wheel?(notches: number): boolean;
}
