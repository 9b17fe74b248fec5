// The rows of the form that say who says what: what each says of itself, and in which order they stand.

export const rows = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form, [hidden])")];
export const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
export const rowOf = (element) => element.closest?.("#attributions-group .inline-related, .open-line");

/** Whether it will be a statement: it has words, and nobody is about to delete it. */
export function isUsed(row) {
  return Boolean(part(row, "words")?.value.trim()) && !part(row, "DELETE")?.checked;
}

/** What a closed row says of itself, as its form has it now. */
export function tell(row) {
  const words = row.querySelector(".said-words");
  // What was changed of them is drawn where it is known.
  if (!row.classList.contains("is-changed")) words.textContent = part(row, "words").value;
  words.dataset.kind = part(row, "kind").value;
  for (const said of row.querySelectorAll("[data-of]")) {
    said.textContent = part(row, said.dataset.of).selectedOptions[0]?.textContent.trim() ?? "";
  }
  row.querySelector("[data-capacity]").textContent = part(row, "capacity").value;
  const further = (part(row, "further")?.value ?? "").split("\n").filter((line) => line.trim());
  row.querySelector("[data-further]").replaceChildren(...further.map((line) => {
    const owner = document.createElement("bdi");
    owner.textContent = line.replace(/^\s*#\d+\s*/, "").replace(/\s*\|.*$/, "");
    return owner;
  }));
}

/** Gives a row its owners: the first is its source, the others stand with it. */
export function give(row, [first, ...others]) {
  const select = part(row, "source");
  if (![...select.options].some((option) => option.value === String(first.id))) select.add(new Option(first.name, first.id));
  select.value = first.id;
  part(row, "capacity").value = first.title ?? "";
  // Who is not named spoke on terms: the strictest that say so are for a person to choose.
  if ([first, ...others].some((owner) => owner.kind === "unnamed")) part(row, "terms").value = "background";
  part(row, "further").value = others.map(lineOf).join("\n");
  for (const field of [select, part(row, "further")]) field.dispatchEvent(new Event("change", { bubbles: true }));
  tell(row);
}

export const lineOf = ({ id, name, title }) => `#${id} ${name.replaceAll("|", " ")}${title ? ` | ${title}` : ""}`;

/** In the order of the text. Whatever has the focus stays where it is, and the others move round it. */
export function arrange(group, standing, lines) {
  for (const stale of group.querySelectorAll(".open-line")) {
    if (!lines.some((line) => line.element === stale)) stale.remove();
  }
  const end = group.querySelector(".empty-form");
  const others = rows(group).filter((row) => !standing.includes(row));
  const wanted = [...standing, ...others];
  const held = wanted.find((element) => element.contains(document.activeElement));
  const at = wanted.indexOf(held);
  wanted.forEach((element, place) => {
    if (element === held) return;
    if (held && place < at) held.before(element);
    else end.before(element);
  });
  wanted.forEach((element, place) => { number(element).textContent = String(place + 1); });
}

const number = (element) => element.querySelector(".number");

/** In the order of the form's own numbers. */
export function asEntered(group) {
  const index = (row) => Number(row.id.split("-").at(-1));
  const [first] = rows(group);
  if (!first) return;
  const place = document.createComment("");
  first.before(place);
  place.after(...rows(group).sort((one, other) => index(one) - index(other)));
  place.remove();
}

/** A line that has the focus is higher than others: what a hand presses must not move from under it when the focus comes or
 * goes. */
export function holdStill(element) {
  element.addEventListener("mousedown", (event) => { if (event.target.closest("button, summary")) event.preventDefault(); });
  // Before it does what it is for: that may lead elsewhere.
  element.addEventListener("click", ({ target }) => target.closest("button, summary")?.focus({ preventScroll: true }), true);
}
