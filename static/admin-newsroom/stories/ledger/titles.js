// A capacity that its source has no title for: one button adds it to the source's titles.
import { part, rowOf } from "./rows.js";
import { chosen, filled, say } from "./telling.js";

const ABOUT = /-(capacity|source|obtained_on)$/;

export function listen(section, group, language) {
  const look = (row) => offer(section, row, language());
  // It does not bubble.
  group.addEventListener("toggle", ({ target }) => { if (target.matches(".said[open]")) look(rowOf(target)); }, true);
  group.addEventListener("change", ({ target }) => { if (ABOUT.test(target.name)) look(rowOf(target)); });
  group.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-add-title]");
    if (button) add(section, rowOf(button), language());
  });
}

const buttonOf = (row) => row.querySelector("button[data-add-title]");
const asked = (row) => ({ capacity: part(row, "capacity").value.trim(), on: part(row, "obtained_on").value });

/** Whether it is one of the source's titles on that day, and whether one may make it one, the server knows. */
async function offer(section, row, language) {
  // A row that somebody only reads has no fields.
  const button = part(row, "affirmed") && buttonOf(row);
  if (!button) return;
  const about = { ...asked(row), id: part(row, "source").value, language };
  const isAsked = about.id && about.capacity;
  const answer = isAsked && await fetch(`${section.dataset.source}?${new URLSearchParams(about)}`, { headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
  const told = answer?.ok ? await answer.json().catch(() => null) : null;
  if (part(row, "capacity").value.trim() !== about.capacity || part(row, "source").value !== about.id) return;
  button.hidden = !told?.adds;
  button.textContent = filled(section.dataset.addTitle, { capacity: about.capacity, source: chosen(part(row, "source")) });
}

async function add(section, row, language) {
  const { csrfmiddlewaretoken } = part(row, "source").form.elements;
  const body = new URLSearchParams({ ...asked(row), source: part(row, "source").value, language, csrfmiddlewaretoken: csrfmiddlewaretoken.value });
  const answer = await fetch(section.dataset.title, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  say(row, told?.said ?? section.dataset.failed);
  if (!answer?.ok) return;
  row.querySelector("summary").focus();
  buttonOf(row).hidden = true;
}
