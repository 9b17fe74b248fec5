// Tags by search, new ones made as they are typed. The text field underneath is what the form sends.
const field = document.querySelector("[data-chips]");
const SEPARATORS = /[,;،؛\n]/u;
// As the server reads them (articles/folding.py): what stands in quotation marks is one name.
const NAMES = /"([^"]*)"|“([^”]*)”|«([^»]*)»|([^,;،؛\n]+)/gu;

if (field && !field.disabled && !field.readOnly) chips();

function namesIn(text) {
  const found = [...text.matchAll(NAMES)].map((match) => match.slice(1).find((group) => group !== undefined).trim().replace(/\s+/g, " "));
  return found.filter((name, place) => name && found.indexOf(name) === place);
}

const written = (names) => names.map((name) => (SEPARATORS.test(name) ? `"${name}"` : name)).join(", ");

function chips() {
  const box = document.querySelector("template[data-chip-box]").content.firstElementChild.cloneNode(true);
  const [list, input, found] = ["[data-chosen]", "input", "[role=listbox]"].map((selector) => box.querySelector(selector));
  const chipOf = box.querySelector("template").content;
  let names = namesIn(field.value);
  let offered = [];
  let at = -1;

  const draw = () => {
    list.replaceChildren(...names.map((name) => {
      const chip = chipOf.firstElementChild.cloneNode(true);
      chip.querySelector("bdi").textContent = name;
      const remove = chip.querySelector("button");
      remove.setAttribute("aria-label", `${remove.title}: ${name}`);
      remove.addEventListener("click", () => { set(names.filter((each) => each !== name)); input.focus(); });
      return chip;
    }));
  };
  const set = (changed) => {
    names = changed;
    field.value = written(names);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    draw();
  };
  const close = () => {
    found.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (text) => {
    const fresh = namesIn(text).filter((name) => !names.includes(name));
    input.value = "";
    close();
    if (fresh.length) set([...names, ...fresh]);
  };
  const point = (to) => {
    at = (to + offered.length) % offered.length;
    [...found.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    input.setAttribute("aria-activedescendant", found.children[at].id);
  };
  const offer = (results) => {
    const fresh = results.filter(({ name }) => !names.includes(name)).slice(0, 8);
    offered = fresh.map(({ name }) => name);
    found.replaceChildren(...fresh.map(({ name, text }, place) => {
      const option = Object.assign(document.createElement("li"), { id: `tag-offer-${place}`, role: "option", textContent: text });
      option.dir = "auto";
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(`"${name}"`); });
      return option;
    }));
    at = -1;
    found.hidden = !offered.length;
    input.setAttribute("aria-expanded", String(Boolean(offered.length)));
  };
  let waiting;
  let asked = "";
  const look = async () => {
    asked = input.value.trim();
    if (!asked) return close();
    const about = new URLSearchParams({ app_label: "articles", model_name: "storytag", field_name: "tag", term: asked, language: field.lang });
    const answer = await fetch(`${field.dataset.chips}?${about}`).catch(() => null);
    if (answer?.ok && input.value.trim() === asked) offer((await answer.json()).results);
    return undefined;
  };

  input.addEventListener("input", () => {
    if (SEPARATORS.test(input.value) && !/^["“«][^"”»]*$/u.test(input.value)) return take(input.value);
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
    return undefined;
  });
  input.addEventListener("keydown", (event) => {
    const open = !found.hidden;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(open && at >= 0 ? `"${offered[at]}"` : input.value);
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      point(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "Backspace" && !input.value && names.length) set(names.slice(0, -1));
  });
  // What was typed and not yet a tag is one when the field is left; at the latest when the form is sent.
  input.addEventListener("blur", () => { take(input.value); });
  field.form.addEventListener("submit", () => take(input.value), { capture: true });

  // The label now names the field in which one types.
  for (const name of ["id", "dir", "lang"]) input.setAttribute(name, field.getAttribute(name) ?? "");
  const help = field.getAttribute("aria-describedby");
  if (help) input.setAttribute("aria-describedby", help);
  field.removeAttribute("id");
  field.type = "hidden";
  field.after(box);
  draw();
  new MutationObserver(() => { for (const name of ["dir", "lang"]) field.setAttribute(name, input.getAttribute(name) ?? ""); })
    .observe(input, { attributeFilter: ["dir", "lang"] });
}
