// On a phone the ledger is a sheet over the lower part of the screen: the passage stays in view above it.
const isNarrow = matchMedia("(max-width: 640px)");

let sheet = null;
let place = 0;

/** How much of the window is above the sheet, from its top; all of it where there is none. */
export const seenUpTo = () => (sheet ? sheet.getBoundingClientRect().top : innerHeight);

/** Called when somebody begins to say whose words are. */
export function openSheet(section) {
  if (sheet || !isNarrow.matches) return;
  place = scrollY;
  sheet = section.closest(".story-said");
  sheet.classList.add("is-sheet");
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-labelledby", "ledger-heading");
  section.querySelector("[data-sheet]").hidden = false;
}

/** Back to the text. */
export function closeSheet(section) {
  if (!sheet) return;
  sheet.classList.remove("is-sheet");
  for (const name of ["role", "aria-labelledby"]) sheet.removeAttribute(name);
  section.querySelector("[data-sheet]").hidden = true;
  sheet = null;
  // Back to where one was, and not to where the last row had led.
  document.querySelector("[data-writing]")?.editor?.view.focus();
  scrollTo(scrollX, place);
}

export function listen(section) {
  section.querySelector("[data-sheet] button").addEventListener("click", () => closeSheet(section));
  section.closest(".story-said").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !event.target.closest("[aria-expanded=true]")) closeSheet(section);
  });
  isNarrow.addEventListener("change", () => { if (!isNarrow.matches) closeSheet(section); });
}
