// Where one goes on: in the field that a line leads to, past what an editor of text or a chooser hides; in a row that was added.
const TYPED_IN = "[contenteditable=true], input:not([type=hidden]), textarea, select, button";
const FILLED_IN = "input:not([type=hidden], [type=checkbox]), textarea, select";

/** Open whatever stands around the place that a link leads to, and put the focus there, ready to be typed in. */
export function lead(link) {
  let target = document.getElementById(link.hash.slice(1));
  // To rows of which there are none: to the search of a new one.
  const add = target?.matches(".inline-group") && target.querySelector(".add-row a");
  if (add) {
    add.click();
    target = [...target.querySelectorAll(".inline-related:not(.empty-form) [role=combobox]")].at(-1);
  }
  for (let around = target?.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const row = target?.closest(".form-row") ?? target;
  row?.scrollIntoView({ block: "center" });
  // In a line of several fields, in that which is meant, whatever stands in its place.
  const box = target?.closest(".fieldBox, td") ?? row;
  const fields = [target, box?.querySelector("[contenteditable=true]"), ...(box?.querySelectorAll(TYPED_IN) ?? []), ...(row?.querySelectorAll(TYPED_IN) ?? [])];
  fields.find((each) => each?.matches(TYPED_IN) && each.checkVisibility())?.focus({ preventScroll: true });
}

for (const link of document.querySelectorAll(".put-right a")) {
  link.addEventListener("click", (event) => {
    // The address stays: it would lead here again after the next save.
    event.preventDefault();
    lead(link);
  });
}

document.addEventListener("formset:added", ({ target }) => {
  // Once all others have done with the row; whoever has put the focus into it knows better.
  queueMicrotask(() => {
    if (target.contains(document.activeElement)) return;
    [...target.querySelectorAll(FILLED_IN)].find((each) => each.checkVisibility())?.focus();
  });
});
