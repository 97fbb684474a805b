/** The secret that a server may ask for: it comes in the address, and leaves it at once. */

import { readFragment } from "../link/codec";

const KEY = "cadseq.token";

/** The token of this tab, from `#token=...` or from before a reload. */
export function takeToken(): string | null {
  const { token, program } = readFragment(location.hash);
  if (token === null) {
    return sessionStorage.getItem(KEY);
  }
  sessionStorage.setItem(KEY, token);
  const rest = program === null ? "" : `#p=${program}`;
  history.replaceState(null, "", location.pathname + location.search + rest);
  return token;
}
