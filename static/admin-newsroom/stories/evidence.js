// By keyboard: up and down go from difference to difference, whose words are lit in both texts; Enter presses what stands
// there. Ctrl Enter presses the black button, Escape goes back to the story from outside a field.
const page = document.querySelector(".heard");
const stops = [...page.querySelectorAll("[data-difference]")];

for (const keys of page.querySelectorAll("[data-keys]")) keys.hidden = false;

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    page.querySelector("button.default")?.click();
  } else if (event.key === "Escape" && !event.target.closest("input, textarea, dialog, details")) {
    location.assign(page.dataset.back);
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
    step(event);
  }
});

/** From the page itself an arrow leads to the first difference, or to the last. */
function step(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops.indexOf(event.target);
  if (!by || !stops.length || (at < 0 && event.target !== document.body)) return;
  event.preventDefault();
  const next = at < 0 ? stops.at(by > 0 ? 0 : -1) : stops[at + by];
  next?.focus();
}

function light({ type, target }) {
  const number = type === "focusin" && target.dataset.difference;
  for (const piece of page.querySelectorAll("[data-of]")) piece.classList.toggle("is-lit", piece.dataset.of === number);
  if (number) target.closest("li").scrollIntoView({ block: "nearest" });
}

page.addEventListener("focusin", light);
page.addEventListener("focusout", light);
// A second press of a key that is held would be told that the words have moved.
page.querySelector(".mending")?.addEventListener("submit", (event) => {
  if (event.target.dataset.isSent) event.preventDefault();
  event.target.dataset.isSent = "1";
});
addEventListener("pageshow", () => { delete page.querySelector(".mending")?.dataset.isSent; });
// After a mend: to the next difference; where none is left, to what is said of all.
if ("mended" in page.dataset) (stops[0] ?? document.getElementById("state-heading"))?.focus();
