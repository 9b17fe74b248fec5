// What is looked up for a filter narrows the list at once: no second press.
for (const form of document.querySelectorAll("form[data-goes-at-once]")) {
  form.addEventListener("change", ({ target }) => { if (target.matches("select")) form.requestSubmit(); });
}
