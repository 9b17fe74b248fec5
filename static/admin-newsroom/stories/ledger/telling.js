// What a row says of what was just done to it, as long as one stays in it.
// Under its line while it is shut, and at the head of its form while it is open.
const places = (row) => [...row.querySelectorAll(".row-told")];

export function say(row, words) {
  const { open } = row.querySelector(".said");
  for (const place of places(row)) place.textContent = Boolean(place.closest(".said")) === open ? words : "";
}

/** Words with the values of what stands in braces in them. */
export const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_whole, name) => `\u2068${values[name]}\u2069`);

/** What was said of a row goes when the focus leaves it. */
export function forgetSaid(group) {
  group.addEventListener("focusout", ({ target, relatedTarget }) => {
    const row = target.closest(".inline-related");
    if (row && relatedTarget && !row.contains(relatedTarget) && places(row).length) say(row, "");
  });
}

export const chosen = (field) => field.selectedOptions?.[0]?.textContent.trim() ?? field.value;

/** For whoever listens to the form: what a script sets is a change of it too. */
export function touched(...fields) {
  for (const field of fields) for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}
