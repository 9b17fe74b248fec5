// Who owns a statement, looked for by typing; a name that is no source yet is made one.
import { Combobox, ask } from "../../forms/chooser.js";

// What was made on this page, by name: another line may propose it as new before the next answer.
const sources = new Map();
const form = () => document.getElementById("story_form");

/** A field in which sources are found; `own(owner)` is told who was chosen. */
export function searchOf(section, own) {
  const select = () => form().querySelector("#attributions-group .empty-form select[name$=-source]");
  const { dataset } = select();
  const about = { app_label: dataset.appLabel, model_name: dataset.modelName, field_name: dataset.fieldName };
  const find = async (term, page) => {
    const { results, more } = await ask(select().getAttribute("data-ajax--url"), about, term, page);
    const mayMake = term && !more && "makes" in section.dataset;
    return { results: mayMake ? [...results, newOne(term, dataset.new)] : results, more };
  };
  const chooser = new Combobox({ find, take: (found) => own(ownerOf(found)) });
  chooser.input.setAttribute("aria-label", section.dataset.another);
  chooser.input.placeholder = `${section.dataset.another}…`;
  // What is typed here is not of the form.
  for (const name of ["input", "change"]) chooser.box.addEventListener(name, (event) => event.stopPropagation());
  return chooser;
}

/** The owners, those that are new made by the same key; null where one cannot be, which `status` says. */
export async function made(section, owners, language, status) {
  const all = [];
  for (const owner of owners) all.push(owner.is_new ? await make(section, owner, language, status) : owner);
  return all.every(Boolean) ? all : null;
}

async function make(section, owner, language, status) {
  if (sources.has(owner.name)) return { ...owner, id: sources.get(owner.name), is_new: false };
  const of = form().querySelector(".story-state")?.dataset.story ?? "";
  const asked = new URLSearchParams({ ...owner, of, language, csrfmiddlewaretoken: form().elements.csrfmiddlewaretoken.value });
  const answer = await fetch(section.dataset.source, { method: "POST", body: asked, redirect: "error" }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  if (answer?.ok && told) {
    sources.set(owner.name, told.id);
    return { ...owner, id: told.id, is_new: false };
  }
  status.textContent = told?.said ?? section.dataset.failed;
  return null;
}

function newOne(typed, words) {
  return { isNew: true, typed, text: words.replace("%s", () => `\u2068${typed}\u2069`) };
}

function ownerOf({ id, text, name, isNew, typed }) {
  return isNew ? { name: typed, title: "", kind: "person", is_new: true } : { id, name: name ?? text, title: "", is_new: false };
}
