// Tags by search, new ones made as they are typed. The text field underneath is what the form sends.
import { Combobox, ask } from "../forms/chooser.js";
import { whenGivenBack } from "../forms/given-back.js";

const field = document.querySelector("[data-chips]");
const SEPARATORS = /[,;،؛\n]/u;
// As the server reads them (articles/folding.py): what stands in quotation marks is one name.
const NAMES = /"([^"]*)"|“([^”]*)”|«([^»]*)»|([^,;،؛\n]+)/gu;
const UNFINISHED = /^["“«][^"”»]*$/u;

if (field && !field.disabled && !field.readOnly) chips();

function namesIn(text) {
  const found = [...text.matchAll(NAMES)].map((match) => match.slice(1).find((group) => group !== undefined).trim().replace(/\s+/g, " "));
  return found.filter((name, place) => name && found.indexOf(name) === place);
}

const written = (names) => names.map((name) => (SEPARATORS.test(name) ? `"${name}"` : name)).join(", ");

function chips() {
  const box = document.querySelector("template[data-chip-box]").content.firstElementChild.cloneNode(true);
  const list = box.querySelector("[data-chosen]");
  const chipOf = box.querySelector("template").content;
  let names = namesIn(field.value);

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
  const add = (found) => {
    const fresh = found.filter((name) => !names.includes(name));
    if (fresh.length) set([...names, ...fresh]);
  };
  const takeTyped = (text) => {
    input.value = "";
    chooser.close();
    add(namesIn(text));
  };
  const find = async (term, page) => {
    const about = { app_label: "articles", model_name: "storytag", field_name: "tag", language: field.lang };
    const { results, more } = await ask(field.dataset.chips, about, term, page);
    return { results: results.filter(({ name }) => !names.includes(name)), more };
  };
  const chooser = new Combobox({ find, take: ({ name }) => add([name]), takeTyped });
  const { input } = chooser;

  input.addEventListener("input", () => { if (SEPARATORS.test(input.value) && !UNFINISHED.test(input.value)) takeTyped(input.value); });
  input.addEventListener("keydown", (event) => { if (event.key === "Backspace" && !input.value && names.length) set(names.slice(0, -1)); });
  // What was typed and not yet a tag is one when the field is left; at the latest when the form is sent.
  input.addEventListener("blur", () => takeTyped(input.value));
  field.form.addEventListener("submit", () => takeTyped(input.value), { capture: true });

  // The label now names the field in which one types.
  chooser.standFor(field);
  for (const name of ["id", "dir", "lang"]) input.setAttribute(name, field.getAttribute(name) ?? "");
  field.removeAttribute("id");
  field.type = "hidden";
  box.append(chooser.box);
  field.after(box);
  draw();
  whenGivenBack(() => {
    names = namesIn(field.value);
    draw();
  });
  new MutationObserver(() => { for (const name of ["dir", "lang"]) field.setAttribute(name, input.getAttribute(name) ?? ""); })
    .observe(input, { attributeFilter: ["dir", "lang"] });
}
