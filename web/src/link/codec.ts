/** Programs in links: the text, deflated, in base64url, so that a link needs no server to hold it. */

/** The text as it stands in a link. */
export async function encodeText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Most bytes a linked program may unfold to: the language's own limit of 4 MiB. */
const LIMIT = 4 * 1024 * 1024;

/**
 * The text that a link holds.
 *
 * @throws Where the link was cut or changed on its way.
 */
export async function decodeText(code: string): Promise<string> {
  const binary = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.pipeThrough(new TextDecoderStream("utf-8", { fatal: true })).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length > LIMIT) {
      await reader.cancel();
      throw new Error("The linked program is longer than 4 MiB.");
    }
  }
  return text;
}

/** What the fragment of the page's address says. */
export interface Fragment {
  readonly program: string | null;
  readonly token: string | null;
}

/** Reads `#p=...&token=...`. */
export function readFragment(hash: string): Fragment {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  return { program: values.get("p"), token: values.get("token") };
}
