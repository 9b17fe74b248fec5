// Ctrl Alt V: a row is verified by me. Ctrl Alt T: its terms. The same key takes back what it did.
import { keepChanged } from "./changed.js";
import { part, rowOf, tell } from "./rows.js";
import { chosen, filled, say, touched } from "./telling.js";
import { isUnchecked, me, openAt, verify } from "./verifying.js";

const CHECK = ["verified_by", "check_made", "affirmed"];
const before = new WeakMap();
const opened = new WeakMap();

// By the place of the key: an Arabic keyboard has other letters on it.
const ACTS = { KeyT: terms, KeyV: check };

export function listen(section, group) {
  group.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    const act = (event.ctrlKey || event.metaKey) && event.altKey ? ACTS[event.code] : null;
    // A row that somebody only reads has no fields.
    if (!act || !row?.matches(".inline-related") || !part(row, "affirmed")) return;
    event.preventDefault();
    act(row, section.dataset);
  });
}

function check(row, words) {
  const fields = CHECK.map((name) => part(row, name));
  const was = before.get(row);
  const isMine = fields[0].value === me();
  if (was) {
    before.delete(row);
    fields.forEach((field, at) => { field.value = was[at]; });
    say(row, words.unverified);
  } else if (row.classList.contains("is-changed")) {
    before.set(row, fields.map((field) => field.value));
    keepChanged(row);
    verify(row);
    if (isUnchecked(row)) openAt(row, "check_made");
    say(row, isUnchecked(row) ? words.verifiedHow : words.verified);
  } else if (isMine) {
    [fields[0].value, fields[2].value] = ["", ""];
    say(row, words.unverified);
  } else {
    before.set(row, fields.map((field) => field.value));
    verify(row);
    if (isUnchecked(row)) openAt(row, "check_made");
    say(row, isUnchecked(row) ? words.verifiedHow : words.verified);
  }
  touched(...fields);
  tell(row);
}

function terms(row, words) {
  const field = part(row, "terms");
  const was = opened.get(row);
  if (was && document.activeElement === field) {
    opened.delete(row);
    field.value = was.value;
    row.querySelector(".said").open = was.isOpen;
    (was.from.isConnected ? was.from : row.querySelector("summary")).focus();
    say(row, filled(words.termsStay, { terms: chosen(field) }));
    touched(field);
  } else {
    opened.set(row, { value: field.value, isOpen: row.querySelector(".said").open, from: document.activeElement });
    openAt(row, "terms");
    say(row, filled(words.terms, { terms: chosen(field) }));
  }
}
