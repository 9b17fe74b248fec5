// The owners of a statement beside its first: chips over the lines that the form sends.
import { Combobox, ask } from "../../forms/chooser.js";
import { lineOf, part, tell } from "./rows.js";

const linesOf = (field) => field.value.split("\n").map((line) => line.trim()).filter(Boolean);
const nameOf = (line) => line.replace(/^#\d+\s*/, "").replace(/\s*\|\s*/, ", ");

export function furtherOwners(row) {
  const field = row.matches?.("#attributions-group .inline-related:not(.empty-form)") ? part(row, "further") : null;
  if (!field || field.disabled || field.hidden) return;
  const select = part(row, "source");
  const box = document.querySelector("template[data-chip-box]").content.firstElementChild.cloneNode(true);
  const chipOf = box.querySelector("template").content;
  const list = box.querySelector("[data-chosen]");

  const draw = () => {
    list.replaceChildren(...linesOf(field).map((line) => {
      const chip = chipOf.firstElementChild.cloneNode(true);
      chip.querySelector("bdi").textContent = nameOf(line);
      const remove = chip.querySelector("button");
      remove.setAttribute("aria-label", `${remove.title}: ${nameOf(line)}`);
      remove.addEventListener("click", () => set(linesOf(field).filter((each) => each !== line)));
      return chip;
    }));
  };
  const set = (lines) => {
    field.value = lines.join("\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    draw();
    tell(row);
    chooser.input.focus();
  };
  const find = async (term, page) => {
    const { appLabel, modelName, fieldName } = select.dataset;
    const about = { app_label: appLabel, model_name: modelName, field_name: fieldName };
    return ask(select.getAttribute("data-ajax--url"), about, term, page);
  };
  const chooser = new Combobox({ find, take: ({ id, text, name }) => set([...linesOf(field), lineOf({ id, name: name ?? text })]) });

  chooser.standFor(field);
  chooser.input.id = `${field.id}-search`;
  for (const label of [...field.labels]) label.htmlFor = chooser.input.id;
  for (const name of ["input", "change"]) chooser.box.addEventListener(name, (event) => event.stopPropagation());
  chooser.input.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !chooser.input.value && linesOf(field).length) set(linesOf(field).slice(0, -1));
  });
  field.hidden = true;
  box.append(chooser.box);
  field.after(box);
  field.addEventListener("change", draw);
  row.addEventListener("keydown", (event) => {
    if (event.key !== "+" || !event.target.matches(".said > summary")) return;
    event.preventDefault();
    row.querySelector(".said").open = true;
    chooser.input.focus();
  });
  draw();
}
