// Bylines in order: by the buttons of each row, or by dragging it. The numbers that the form sends follow.
import { drags } from "../forms/dragging.js";
import { whenGivenBack } from "../forms/given-back.js";

const group = document.getElementById("bylines-group");
const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
const words = document.querySelector("template[data-order]");

function number() {
  rows().forEach((row, place, all) => {
    const position = row.querySelector("[name$=-position]");
    if (position && position.value !== String(place)) position.value = place;
    row.querySelector("[data-up]")?.toggleAttribute("disabled", place === 0);
    row.querySelector("[data-down]")?.toggleAttribute("disabled", place === all.length - 1);
  });
}

function move(row, step) {
  const all = rows();
  const other = all[all.indexOf(row) + step];
  if (!other) return;
  if (step < 0) other.before(row);
  else other.after(row);
  changed();
}

function changed() {
  number();
  group.dispatchEvent(new Event("input", { bubbles: true }));
}

function stand(row) {
  if (row.querySelector(".order") || row.classList.contains("empty-form")) return;
  const order = words.content.firstElementChild.cloneNode(true);
  for (const [name, step] of [["[data-up]", -1], ["[data-down]", 1]]) {
    const button = order.querySelector(name);
    button.addEventListener("click", () => {
      move(row, step);
      (button.disabled ? order.querySelector("button:not(:disabled)") : button)?.focus();
    });
  }
  row.querySelector("h3").prepend(order);
  const handle = order.querySelector("[data-drag]");
  handle.addEventListener("mousedown", () => { row.draggable = true; });
}

function pass(dragged, other, { clientY }) {
  const { top, height } = other.getBoundingClientRect();
  if (clientY < top + height / 2) other.before(dragged);
  else other.after(dragged);
}

function letGo(row) {
  row.draggable = false;
  changed();
}

// Rows without the right to change them have no numbers.
if (group && words && group.querySelector("[name$=-position]")) {
  group.classList.add("is-ordered");
  rows().forEach(stand);
  whenGivenBack(number);
  number();
  drags("#bylines-group .inline-related", { over: pass, end: letGo });
  document.addEventListener("formset:added", (event) => {
    if (event.detail.formsetName !== "bylines") return;
    stand(event.target);
    number();
  });
  document.addEventListener("formset:removed", (event) => {
    if (event.detail.formsetName === "bylines") number();
  });
}
