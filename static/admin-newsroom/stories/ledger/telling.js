// What a row says of what was just done to it, as long as one stays in it.
const place = (row) => row.querySelector(":scope > .row-told");

export const say = (row, words) => { place(row).textContent = words; };

/** Words with the values of what stands in braces in them. */
export const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_whole, name) => `\u2068${values[name]}\u2069`);

/** What was said of a row goes when the focus leaves it. */
export function forgetSaid(group) {
  group.addEventListener("focusout", ({ target, relatedTarget }) => {
    const row = target.closest(".inline-related");
    if (row && relatedTarget && !row.contains(relatedTarget) && place(row)) say(row, "");
  });
}

export const chosen = (field) => field.selectedOptions?.[0]?.textContent.trim() ?? field.value;

/** For whoever listens to the form: what a script sets is a change of it too. */
export function touched(...fields) {
  for (const field of fields) for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}
