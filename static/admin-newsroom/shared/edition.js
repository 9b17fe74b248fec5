// The masthead of an edition on both papers, as it is typed. Whether its colours may be is for the server to say.
const root = document.querySelector("[data-edition]");
const form = root?.closest("form");

const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = (colour) => parts(colour).map(linear).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function show() {
  for (const paper of root.querySelectorAll("[data-paper]")) {
    const colour = form.elements[paper.dataset.colour].value;
    paper.style.setProperty("--edition-accent", colour);
    for (const each of paper.querySelectorAll("[data-shows]")) each.textContent = form.elements[each.dataset.shows].value;
    const said = paper.parentElement.querySelector("[data-contrast]");
    const found = ratio(colour, paper.dataset.paper);
    said.querySelector("[data-hex]").textContent = colour;
    said.querySelector("[data-ratio]").textContent = (Math.floor(found * 10) / 10).toLocaleString(document.documentElement.lang);
    said.querySelector("[data-too-low]").hidden = found >= Number(root.dataset.least);
  }
}

// Who may only read has no fields to look at.
if (form?.elements.accent) {
  root.hidden = false;
  form.addEventListener("input", show);
  show();
}
