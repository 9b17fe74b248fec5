// The story's form: keys, the length of a headline, and the direction of the edition that a new story is for.
import { whenGivenBack } from "../forms/given-back.js";
import { lead } from "../forms/leading.js";

const form = document.getElementById("story_form");

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const selector = event.code === "KeyS" ? "[name=_continue]" : event.key === "Enter" ? "[name=_then][value=publish]" : null;
  const button = selector && form?.querySelector(selector);
  if (!selector || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  if (button) form.requestSubmit(button);
});

// Leaving the field for a button must not lose what a composing keyboard has not yet given.
form?.addEventListener("submit", () => document.activeElement?.blur());

for (const field of document.querySelectorAll("[data-bears]")) {
  const [front, feed] = field.dataset.bears.split(" ").map(Number);
  const said = document.querySelector("template[data-bears-said]").content.firstElementChild.cloneNode(true);
  const show = () => {
    const length = [...field.value.trim()].length;
    for (const [name, most] of Object.entries({ front, feed })) {
      const line = said.querySelector(`[data-most="${name}"]`);
      line.querySelector("b").textContent = `${length} / ${most}`;
      line.classList.toggle("is-over", length > most);
    }
  };
  field.after(said);
  field.addEventListener("input", show);
  whenGivenBack(show);
  show();
}

// On a phone: the word and Save, and all the rest at a touch.
const panel = document.querySelector(".story-panel");
const more = panel?.querySelector(".panel-more");
if (more) {
  const fold = (isFolded) => {
    panel.classList.toggle("is-folded", isFolded);
    more.setAttribute("aria-expanded", String(!isFolded));
  };
  more.hidden = false;
  more.addEventListener("click", () => fold(!panel.classList.contains("is-folded")));
  panel.addEventListener("click", (event) => { if (event.target.closest(".findings a")) fold(true); });
  fold(true);
}

// What stands in the way leads to where it is mended, also what came while one typed.
panel?.addEventListener("click", ({ target }) => {
  const link = target.closest(".findings a");
  if (link) lead(link);
});

const edition = document.getElementById("id_edition");
const editions = JSON.parse(document.getElementById("editions")?.textContent ?? "{}");
const WRITTEN = ["kicker", "headline", "standfirst", "body", "body_editor", "dateline", "slug", "lead_caption", "note", "tags"];

function follow() {
  const { lang, dir, name: chosen, zone } = editions[edition.value] ?? { lang: "", dir: "auto" };
  for (const name of WRITTEN) {
    const field = document.getElementById(`id_${name}`);
    field?.setAttribute("dir", dir);
    field?.setAttribute("lang", lang);
  }
  // When it was kept is said in the edition's time.
  const state = form.querySelector(".story-state");
  if (state && zone) state.dataset.zone = zone;
  offerSections(chosen);
}

/** Those of the edition, once there is one. */
function offerSections(chosen) {
  const section = document.getElementById("id_section");
  for (const group of section?.querySelectorAll("optgroup") ?? []) {
    group.hidden = group.disabled = Boolean(chosen) && group.label !== chosen;
    if (group.disabled && group.contains(section.selectedOptions[0] ?? null)) section.value = "";
  }
}
if (edition?.tagName === "SELECT") {
  edition.addEventListener("change", follow);
  whenGivenBack(follow);
  follow();
}
