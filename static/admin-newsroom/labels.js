// select2 hides a field and stands in its place without the field's label: it is given it here.
function label(root) {
  for (const box of root.querySelectorAll(".select2-container")) {
    const field = box.previousElementSibling;
    const words = field?.labels?.[0];
    if (!words) continue;
    words.id ||= `${field.id}-label`;
    const chosen = box.querySelector(".select2-selection__rendered");
    box.querySelector("[role=combobox]")?.setAttribute("aria-labelledby", `${words.id} ${chosen?.id ?? ""}`.trim());
    // What is chosen is read with the combobox: it is no field of its own.
    chosen?.removeAttribute("role");
    chosen?.removeAttribute("aria-readonly");
    box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", words.id);
  }
}

// After Django's own, which stood in line before.
window.django?.jQuery?.(() => label(document));
document.addEventListener("formset:added", (event) => setTimeout(label, 0, event.target));
// The search field of an opened list stands elsewhere, and is there only while it is open.
document.addEventListener("focusin", (event) => {
  if (!event.target.matches(".select2-dropdown .select2-search__field")) return;
  const opener = document.querySelector(".select2-container--open [role=combobox]");
  event.target.setAttribute("aria-labelledby", opener?.getAttribute("aria-labelledby") ?? "");
});
