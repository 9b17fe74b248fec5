// How a statement was obtained and checked, as the one before it in the text: taken by one button, and taken back by it.
import { isUsed, part, rowOf, tell } from "./rows.js";
import { filled, say, touched } from "./telling.js";
import { me } from "./verifying.js";

const TAKEN = ["terms", "occasion", "obtained_on", "check_made"];
const before = new WeakMap();

const buttonOf = (row) => row.querySelector("[data-above]");
const labelOf = (field) => field.labels[0]?.textContent.trim().replace(/[:：]$/u, "") ?? "";

/** The row above, in the order of the text. */
function above(row) {
  let each = row.previousElementSibling;
  while (each && !(each.matches(".inline-related:not(.empty-form, [hidden])") && isUsed(each))) each = each.previousElementSibling;
  return each;
}

export function listen(section, group) {
  // It does not bubble.
  group.addEventListener("toggle", ({ target }) => {
    const row = target.matches(".said[open]") ? rowOf(target) : null;
    if (row && buttonOf(row)) buttonOf(row).hidden = !before.has(row) && !(part(row, "affirmed") && above(row));
  }, true);
  group.addEventListener("click", ({ target }) => {
    const row = target.closest("[data-above]") && rowOf(target);
    if (row) (before.has(row) ? takeBack : take)(section, row);
  });
  // What somebody has chosen since is not taken back with it.
  group.addEventListener("input", ({ target, isTrusted }) => {
    const row = isTrusted ? rowOf(target) : null;
    if (row && before.has(row) && before.get(row).some(([field]) => field === target)) forget(section, row);
  });
}

function take(section, row) {
  const from = above(row);
  if (!from) return;
  // Who verified another statement verified that one: only I may say that I have verified this one as well.
  const names = part(from, "verified_by").value === me() ? [...TAKEN, "verified_by"] : TAKEN;
  const differing = names.filter((name) => part(row, name).value !== part(from, name).value);
  const number = from.querySelector(".number").textContent;
  const fields = differing.map((name) => part(row, name));
  if (!fields.length) {
    say(row, filled(section.dataset.asAboveAlready, { row: number }));
    return;
  }
  before.set(row, fields.map((field) => [field, field.value]));
  differing.forEach((name, at) => { fields[at].value = part(from, name).value; });
  buttonOf(row).textContent = section.dataset.undo;
  told(row, fields, filled(section.dataset.asAbove, { row: number, fields: fields.map(labelOf).join(section.dataset.comma) }));
}

function takeBack(section, row) {
  const values = before.get(row);
  for (const [field, value] of values) field.value = value;
  forget(section, row);
  told(row, values.map(([field]) => field), section.dataset.asBefore);
}

function forget(section, row) {
  before.delete(row);
  buttonOf(row).textContent = section.dataset.above;
}

function told(row, fields, words) {
  tell(row);
  touched(...fields);
  say(row, words);
}
