// By keyboard: Ctrl Enter presses the black button, Escape goes back to the story from outside a field.
const page = document.querySelector(".heard");

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    page.querySelector("button.default")?.click();
  } else if (event.key === "Escape" && !event.target.closest("input, textarea, dialog, details")) {
    location.assign(page.dataset.back);
  }
});
