// That somebody verified a row, and that it was me.
import { part } from "./rows.js";

const NONE = ["", "none"];

/** Who is at work, by number, as the form's field of who verified has them. */
export const me = () => document.querySelector(".ledger").dataset.me;

export const isVerified = (row) => !isUnchecked(row) || Boolean(part(row, "verified_by")?.value);
export const isUnchecked = (row) => NONE.includes(part(row, "check_made")?.value ?? "");

/** By me, and of these words: those that are verified anew though neither how nor by whom is changed. */
export function verify(row) {
  part(row, "verified_by").value = me();
  part(row, "affirmed").value = part(row, "words").value;
}

/** By nobody, in no way. */
export function unverify(row) {
  for (const [name, value] of [["verified_by", ""], ["check_made", "none"], ["affirmed", ""]]) part(row, name).value = value;
}

/** A field of a row, in whatever is folded around it. */
export function openAt(row, name) {
  row.querySelector(".said").open = true;
  const field = part(row, name);
  const folded = field.closest("details:not(.said)");
  if (folded) folded.open = true;
  field.focus();
}
