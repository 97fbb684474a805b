/** How far a reading can be trusted, in words: the confidence is the probability that it is right. */

/** From here on an answer is right more often than not. */
const LIKELY = 0.5;

/** Below, at most one answer in five is right (docs/reconstruction.md). */
const UNLIKELY = 0.2;

export type Trust = "likely" | "doubtful" | "unlikely";

export function trustOf(confidence: number): Trust {
  return confidence >= LIKELY ? "likely" : confidence >= UNLIKELY ? "doubtful" : "unlikely";
}

/** As a comment of a text that leaves the page; nothing where the reading is likely right. */
export function trustComment(name: string, confidence: number): string {
  const words = { likely: "", doubtful: "doubtful", unlikely: "probably wrong" };
  const said = words[trustOf(confidence)];
  const source = name.replace(/\s+/g, " ");
  return said && `# Read from ${source}: ${said}, ${Math.round(confidence * 100)} % sure.\n`;
}

/** As it stands at the solid. */
export function trustWords(confidence: number): string {
  const words = {
    likely: "Reading is likely right",
    doubtful: "Doubtful reading",
    unlikely: "Reading is probably wrong",
  };
  return `${words[trustOf(confidence)]} (${Math.round(confidence * 100)}\u00a0%)`;
}
