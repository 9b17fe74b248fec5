// What is looked up for a filter narrows the list at once: no second press.
const $ = globalThis.django?.jQuery;

for (const form of document.querySelectorAll("form[data-goes-at-once]")) {
  // select2 speaks through jQuery alone.
  $?.(form).on("change", "select", () => form.requestSubmit());
}
