// What a save in place brings, put where it stands: the panel, the numbers that the next save is sent with, and whatever
// fields hold that is not what was saved.

/** Returns whether the form now holds what was saved. Where it does not, it is still of the save before. */
export function settle(form, state, told, sent) {
  if (!state.dataset.story) become(form, state, told);
  number(form, told.ids);
  const isAll = told.is_all && Object.entries(told.values).map((field) => bring(form, field, sent)).every(Boolean);
  if (isAll) form.elements.version.value = told.version;
  show(form, state, told);
  return isAll;
}

function show(form, state, told) {
  form.querySelector("[data-standing]").innerHTML = told.standing;
  form.querySelector(".story-buttons").innerHTML = told.buttons;
  state.querySelector(".is-saved").textContent = told.state;
  state.querySelector(".story-told").innerHTML = told.told;
  name(told);
  for (const offer of document.querySelectorAll("[data-taken]")) offer.remove();
  history.replaceState({ ...history.state, version: String(told.version) }, "", told.address);
}

/** The page is called as it would be, were it loaded anew, and leads to the same pages. */
function name({ around, address }) {
  const fresh = new DOMParser().parseFromString(around, "text/html");
  document.title = fresh.title;
  for (const selector of [".breadcrumbs", "h1"]) document.querySelector(selector).replaceWith(fresh.querySelector(selector));
  if (!document.querySelector(".object-tools")) document.getElementById("content-main").prepend(fresh.querySelector(".object-tools"));
  for (const next of document.querySelectorAll(".desk-language [name=next]")) next.value = address;
}

/** A value into its field, unless something else has been typed there since. */
export function bring(form, [name, value], sent) {
  const field = form.elements[name];
  if (!field) return true;
  if (field.value !== sent.get(name)) return false;
  field.value = value;
  return field.value === value;
}

/** Lines that were new are rows now, and those that were taken away are none. */
function number(form, ids) {
  for (const [line, key] of Object.entries(ids)) {
    const field = form.elements[`${line}-id`];
    const row = field?.closest(".inline-related");
    if (!field || field.value === String(key)) continue;
    field.value = key;
    row.classList.add("has_original");
    row.querySelector(".inline-deletelink")?.parentElement.remove();
    row.querySelector(":scope > h3, :scope > .said")?.after(deletion(line));
  }
  for (const box of form.querySelectorAll(".inline-related [name$=-DELETE]:checked")) takeAway(form, box);
  for (const group of form.querySelectorAll(".inline-group")) count(form, group);
}

function takeAway(form, box) {
  const line = box.name.replace(/-DELETE$/, "");
  form.elements[`${line}-id`].value = "";
  box.closest(".inline-related").hidden = true;
}

function count(form, group) {
  const prefix = group.id.replace(/-group$/, "");
  const rows = [...group.querySelectorAll(".inline-related:not(.empty-form) [name$=-id]")].filter((field) => field.value);
  const first = form.elements[`${prefix}-INITIAL_FORMS`];
  if (first) first.value = rows.length;
}

function deletion(line) {
  const box = document.querySelector("template[data-deletion]").content.firstElementChild.cloneNode(true);
  const [field, label] = [box.querySelector("input"), box.querySelector("label")];
  Object.assign(field, { name: `${line}-DELETE`, id: `id_${line}-DELETE` });
  label.htmlFor = field.id;
  return box;
}

/** The form of a new story is that of a saved one. */
function become(form, state, told) {
  state.dataset.story = told.story;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "version", id: "id_version", autocomplete: "off" }));
  const { edition } = form.elements;
  const { lang } = JSON.parse(document.getElementById("editions").textContent)[edition.value] ?? {};
  edition.disabled = true;
  for (const select of form.querySelectorAll(".field-source select, .field-contributor select")) {
    about(select, "data-ajax--url", { story: select.closest(".field-source") && told.story, language: lang });
    const add = select.closest(".related-widget-wrapper")?.querySelector(".add-related");
    if (add && select.closest(".field-source")) about(add, "href", { story: told.story });
  }
}

function about(element, name, asked) {
  const address = new URL(element.getAttribute(name), location.href);
  for (const [key, value] of Object.entries(asked)) if (value) address.searchParams.set(key, value);
  element.setAttribute(name, address.pathname + address.search);
}
