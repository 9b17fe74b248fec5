// A quotation that nobody owns yet: those who might, each at one key, and a search for anybody else.
import { Combobox, ask } from "../../forms/chooser.js";
import { typedAbove } from "./above.js";

// What was made on this page, by name: another line may propose it as new before the next answer.
const sources = new Map();

export class OpenLine {
  /** `take(line, owners)` is told whose it is. */
  constructor(section, quotation, { take, lang, dir }) {
    Object.assign(this, { section, take, words: quotation.words, occurrence: quotation.occurrence, with: [] });
    this.element = section.querySelector("template[data-open-line]").content.firstElementChild.cloneNode(true);
    const quote = this.element.querySelector("q");
    quote.textContent = quotation.words;
    [quote.lang, quote.dir] = [lang, dir || "auto"];
    this.lang = lang;
    this.standSearch();
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.element.querySelector("[data-waive]")?.addEventListener("click", () => this.waive());
    this.tell(quotation);
  }

  get form() {
    return document.getElementById("story_form");
  }

  standSearch() {
    const { dataset } = this.form.querySelector("#attributions-group .empty-form select[name$=-source]");
    const about = { app_label: dataset.appLabel, model_name: dataset.modelName, field_name: dataset.fieldName };
    const find = async (term, page) => {
      const select = this.form.querySelector("#attributions-group .empty-form select[name$=-source]");
      const { results, more } = await ask(select.getAttribute("data-ajax--url"), about, term, page);
      const mayMake = term && !more && "makes" in this.section.dataset;
      return { results: mayMake ? [...results, this.newOne(term, dataset.new)] : results, more };
    };
    this.chooser = new Combobox({ find, take: (found) => this.own([ownerOf(found)]) });
    this.chooser.input.setAttribute("aria-label", this.section.dataset.another);
    this.element.querySelector("[data-search]").append(this.chooser.box);
    // What is typed here is not of the form.
    for (const name of ["input", "change"]) this.chooser.box.addEventListener(name, (event) => event.stopPropagation());
  }

  newOne(typed, words) {
    return { isNew: true, typed, text: words.replace("%s", () => `\u2068${typed}\u2069`) };
  }

  /** What is proposed by now. Nothing is drawn under somebody's hand: what Enter takes is what was seen. */
  tell({ proposals }) {
    const told = JSON.stringify(proposals);
    if (told === this.told || this.element.contains(document.activeElement)) return this;
    [this.told, this.proposals] = [told, proposals];
    const template = this.section.querySelector("template[data-proposal]").content;
    this.element.querySelector("[data-proposals]").replaceChildren(...proposals.map((owners, place) => {
      const button = template.firstElementChild.cloneNode(true);
      button.querySelector("kbd").textContent = place ? String(place + 1) : "↵";
      button.querySelector(".is-new").hidden = !owners.some((owner) => owner.is_new);
      button.querySelector("[data-names]").replaceChildren(...owners.flatMap((owner, at) => [...(at ? [" + "] : []), ...named(owner)]));
      button.addEventListener("click", () => this.own(owners));
      return button;
    }));
    return this;
  }

  focus() {
    (this.element.querySelector("[data-proposals] button") ?? this.chooser.input).focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    const isSearching = event.target === this.chooser.input;
    if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === "KeyN") {
      event.preventDefault();
      this.waive();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!isSearching && /^[1-9]$/.test(event.key)) {
      const owners = this.proposals[Number(event.key) - 1];
      if (owners) this.own(owners);
      event.preventDefault();
    } else if (!isSearching && event.key === "+") {
      this.isMore = true;
      this.chooser.input.focus();
      event.preventDefault();
    } else if (!isSearching && /^\p{L}$/u.test(event.key)) {
      // The letter is typed where it is looked for.
      this.chooser.input.focus();
    }
  }

  async own(owners) {
    if (this.isTaken) return;
    this.isTaken = true;
    const all = this.isMore && this.proposals.length ? [...this.proposals[0], ...owners] : owners;
    const made = [];
    for (const owner of all) made.push(owner.is_new ? await this.make(owner) : owner);
    this.isTaken = false;
    if (made.every(Boolean)) this.take(this, Object.assign(made, { carries: owners.carries }));
  }

  /** A name that is no source yet is one by the same key. */
  async make(owner) {
    if (sources.has(owner.name)) return { ...owner, id: sources.get(owner.name), is_new: false };
    const of = this.form.querySelector(".story-state")?.dataset.story ?? "";
    const asked = new URLSearchParams({ ...owner, of, language: this.lang, csrfmiddlewaretoken: this.form.elements.csrfmiddlewaretoken.value });
    const answer = await fetch(this.section.dataset.source, { method: "POST", body: asked, redirect: "error" }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (answer?.ok && told) {
      sources.set(owner.name, told.id);
      return { ...owner, id: told.id, is_new: false };
    }
    this.element.querySelector("[role=status]").textContent = told?.said ?? this.section.dataset.failed;
    return null;
  }

  waive() {
    if (this.element.querySelector("[data-waive]")) say(this.section, this.element, "noQuotation", this);
  }
}

/** What somebody has said is no quotation: by whom, and taken back. */
export function waivedLine(section, quotation, { lang, dir }) {
  const element = section.querySelector("template[data-waived-line]").content.firstElementChild.cloneNode(true);
  const quote = element.querySelector("q");
  quote.textContent = quotation.words;
  [quote.lang, quote.dir] = [lang, dir || "auto"];
  element.querySelector("[data-by]").textContent = quotation.by;
  element.querySelector("button").addEventListener("click", () => say(section, element, "again", quotation));
  return { element, ...quotation };
}

/** Has the server note that words are no quotation, or that they are one again. */
async function say(section, element, what, { words, occurrence }) {
  const form = document.getElementById("story_form");
  const story = form.querySelector(".story-state")?.dataset.story;
  const status = element.querySelector("[role=status]");
  if (!story) {
    status.textContent = section.dataset.unsaved;
    return;
  }
  const body = new URLSearchParams({
    words, occurrence, ...typedAbove(form), body: form.elements.body.value, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
  });
  const address = section.dataset[what].replace("/0/", `/${story}/`);
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
  if (answer?.ok) element.dispatchEvent(new Event("ledger:waived", { bubbles: true }));
  else status.textContent = (await answer?.json().catch(() => null))?.said ?? section.dataset.failed;
}

function ownerOf({ id, text, name, isNew, typed }) {
  return isNew ? { name: typed, title: "", kind: "person", is_new: true } : { id, name: name ?? text, title: "", is_new: false };
}

function named({ name, title }) {
  const [who, what] = [document.createElement("b"), document.createElement("span")];
  for (const [element, text] of [[who, name], [what, title]]) Object.assign(element, { textContent: text, dir: "auto" });
  return title ? [who, " ", what] : [who];
}
