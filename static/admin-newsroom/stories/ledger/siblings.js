// What the other edition says, before the rows of this one: each of its statements is to be found in this text, or is not
// carried over. One that was chosen waits for its words: they are chosen in the text, and Enter ties them.
import { part } from "./rows.js";
import { closeSheet } from "./sheet.js";

const root = () => document.querySelector("[data-writing]");

const keyOf = (owners) => owners.map(({ id }) => id).join();

export class Siblings {
  /** `dir`: the direction of the text. `again()` asks the server anew. */
  constructor(section, dir, again) {
    Object.assign(this, { section, dir, again, waiting: null, told: "", siblings: [] });
    this.place = section.querySelector("[data-siblings]");
    this.place.addEventListener("keydown", (event) => this.press(event));
    // Before the text takes the key for a new line.
    root()?.addEventListener("keydown", (event) => this.pressInText(event), true);
  }

  /** Those that might own a quotation, beside whoever its sentence names. */
  proposalsFor(quotation) {
    const named = new Set(quotation.proposals.map(keyOf));
    const others = this.siblings.flatMap(({ statements }) => statements)
      .filter(({ kind, owners }) => kind === "quotation" && owners.every(({ id }) => id) && !named.has(keyOf(owners)));
    const each = new Map(others.map(({ owners }) => [keyOf(owners), owners]));
    return [...quotation.proposals, ...each.values()];
  }

  show(siblings = []) {
    const told = JSON.stringify(siblings);
    if (told === this.told) return;
    const had = this.place.contains(document.activeElement) ? this.keys().indexOf(document.activeElement.closest("[data-key]")) : -1;
    Object.assign(this, { told, siblings });
    this.place.replaceChildren(...siblings.filter(({ statements, let_go: gone }) => statements.length || gone.length).map((each) => this.block(each)));
    const waits = this.waiting && this.place.querySelector(`[data-statements] [data-key="${this.waiting.key}"]`);
    if (waits) this.mark(waits);
    else this.waiting = null;
    if (had >= 0) (this.keys()[had] ?? this.keys().at(-1))?.querySelector("button").focus();
  }

  keys() {
    return [...this.place.querySelectorAll("[data-key]")];
  }

  block(sibling) {
    const element = this.copy("sibling");
    element.querySelector("[data-head]").textContent = sibling.head;
    element.querySelector("[data-statements]").replaceChildren(...sibling.statements.map((statement) => this.line(sibling, statement)));
    const gone = element.querySelector("[data-let-go]");
    gone.hidden = !sibling.let_go.length;
    gone.querySelector("ul").replaceChildren(...sibling.let_go.map((statement) => this.goneLine(sibling, statement)));
    return element;
  }

  line(sibling, statement) {
    const element = this.copy("sibling-line");
    this.fill(element, sibling, statement);
    const owners = element.querySelector("[data-owners]");
    // Named in the language of this text, and cut at the end of its direction.
    owners.dir = this.dir;
    owners.replaceChildren(...statement.owners.flatMap(({ name, title }, at) => {
      const [who, what] = [document.createElement("b"), document.createElement("bdi")];
      who.append(Object.assign(document.createElement("bdi"), { textContent: name }));
      what.textContent = title;
      return [...(at ? [" + "] : []), who, " ", what];
    }));
    element.querySelector("[data-tie]").addEventListener("click", () => this.wait(element, statement));
    element.querySelector("[data-go]").addEventListener("click", () => this.send("notCarried", element, statement));
    return element;
  }

  goneLine(sibling, statement) {
    const element = this.copy("sibling-gone");
    this.fill(element, sibling, statement);
    element.querySelector("[data-by]").textContent = statement.by;
    element.querySelector("button").addEventListener("click", () => this.send("toCarry", element, statement));
    return element;
  }

  copy(name) {
    return this.section.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);
  }

  fill(element, { language, dir }, { key, words }) {
    element.dataset.key = key;
    element.querySelector(".in-language").textContent = language.toUpperCase();
    Object.assign(element.querySelector("q"), { textContent: words, lang: language, dir });
  }

  press(event) {
    const here = event.target.closest("[data-key]");
    if (!here || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.altKey && (event.ctrlKey || event.metaKey) && event.code === "KeyN") {
      event.preventDefault();
      here.querySelector("[data-go]")?.click();
    } else if (event.key === "Escape") {
      this.stopWaiting();
      root()?.editor?.view.focus();
    } else if (step && !event.altKey) {
      event.preventDefault();
      this.keys()[this.keys().indexOf(here) + step]?.querySelector("button").focus();
    }
  }

  // Words for it

  /** The statement waits for its words. Where some are chosen already, they are its words. */
  wait(element, statement) {
    this.stopWaiting();
    this.waiting = statement;
    this.mark(element);
    const editor = root()?.editor;
    if (editor && !editor.state.selection.empty) {
      this.choose();
      return;
    }
    closeSheet(this.section);
    editor?.view.focus();
  }

  mark(element) {
    element.classList.add("is-waiting");
    element.querySelector("[role=status]").textContent = this.section.dataset.choose;
  }

  pressInText(event) {
    const editor = root()?.editor;
    if (!this.waiting || !editor || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this.stopWaiting();
    if (event.key !== "Enter" || editor.state.selection.empty) return;
    event.preventDefault();
    event.stopPropagation();
    this.choose();
  }

  choose() {
    root().querySelector("[data-does=attribute]").click();
  }

  /** The statement that the chosen words are tied to, if one waits: it waits no more, and is gone before the next answer. */
  taken() {
    const statement = this.waiting;
    this.stopWaiting();
    if (!statement) return null;
    this.told = "";
    this.place.querySelector(`[data-key="${statement.key}"]`).remove();
    return statement;
  }

  stopWaiting() {
    this.waiting = null;
    for (const element of this.place.querySelectorAll(".is-waiting")) {
      element.classList.remove("is-waiting");
      element.querySelector("[role=status]").textContent = "";
    }
  }

  async send(what, element, { key }) {
    const form = document.getElementById("story_form");
    const story = form.querySelector(".story-state")?.dataset.story;
    const body = new URLSearchParams({ statement: key, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
    const address = this.section.dataset[what].replace("/0/", `/${story}/`);
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
    if (answer?.ok) this.again();
    else element.querySelector("[role=status]").textContent = (await answer?.json().catch(() => null))?.said ?? this.section.dataset.failed;
  }
}

/** A row is tied to a statement of the other edition: it keeps its number. */
export function tie(row, { key }) {
  const field = part(row, "carries");
  field.value = [...new Set([...field.value.split(" ").filter(Boolean), String(key)])].join(" ");
}

/** A new row has what is the same in any language. */
export function fill(row, { kind, terms, obtained_on: day }) {
  if (kind !== "quotation") part(row, "kind").value = kind;
  if (terms) part(row, "terms").value = terms;
  if (day && !part(row, "obtained_on").value) part(row, "obtained_on").value = day;
}
