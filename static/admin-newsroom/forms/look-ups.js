// Django's look-ups: one of thousands, found as one types. The select below it keeps the choice and is what the form sends.
// What is not found is made: the last that is offered opens the window of the “+”, with what was typed as the name.
import { Combobox, ask } from "./chooser.js";
import { whenGivenBack } from "./given-back.js";

const plusOf = (select) => select.closest(".related-widget-wrapper")?.querySelector(".add-related");

class LookUp {
  constructor(select) {
    this.select = select;
    this.chooser = new Combobox({
      find: (term, page) => this.find(term, page), take: (result) => this.take(result), closed: (isLeft) => this.closed(isLeft),
    });
    this.input = this.chooser.input;
    this.clear = this.chooser.box.querySelector("[data-clear]");
    this.mayBeEmpty = select.dataset.allowClear === "true";
    this.stand();
    this.listen();
    this.show();
  }

  /** In the place of the select, under its label. */
  stand() {
    const { select, input, chooser } = this;
    chooser.standFor(select);
    input.id = `${select.id}-search`;
    for (const label of [...select.labels]) label.htmlFor = input.id;
    input.disabled = select.disabled;
    select.hidden = true;
    select.after(chooser.box);
  }

  listen() {
    const { box } = this.chooser;
    // The name that stands there gives way to what is typed.
    for (const name of ["focus", "click"]) this.input.addEventListener(name, () => { if (!this.chooser.isTyped) this.input.select(); });
    this.clear.addEventListener("click", () => { this.choose("", ""); this.input.focus(); });
    // What is typed here is not of the form: only a choice is.
    for (const name of ["input", "change"]) box.addEventListener(name, (event) => event.stopPropagation());
    // By the windows of “+” and of the pencil, which say so to jQuery alone.
    whenGivenBack(() => this.show());
    new MutationObserver(() => this.follow()).observe(this.select, { childList: true, subtree: true, characterData: true });
  }

  async find(term, page) {
    const { appLabel, modelName, fieldName } = this.select.dataset;
    const about = { app_label: appLabel, model_name: modelName, field_name: fieldName };
    const { results, more } = await ask(this.select.getAttribute("data-ajax--url"), about, term, page);
    // Who may not make one has no “+”.
    const mayMake = term && !more && this.select.dataset.new && plusOf(this.select);
    const found = results.map((result) => (result.isAlike ? this.asked(result) : result));
    return { results: mayMake ? [...found, this.newOne(term, found)] : found, more };
  }

  /** Who is spelled otherwise is asked about: the line is a question, and what is chosen has its own name. */
  asked(result) {
    return { ...result, label: filled(this.select.dataset.alike, result.text) };
  }

  /** To make one is said as an answer where somebody alike is there. */
  newOne(typed, found) {
    const { alike, another, new: add } = this.select.dataset;
    const isAnswer = found.some((result) => result.isAlike);
    return {
      isNew: true, typed, text: filled(isAnswer ? another : add, typed), question: found.length ? filled(alike, found[0].text) : null,
    };
  }

  take({ id, text, isNew, typed }) {
    if (isNew) make(plusOf(this.select), typed);
    else this.choose(id, text);
  }

  choose(id, text) {
    const { select } = this;
    const known = [...select.options].find((option) => option.value === String(id));
    if (!known && id) select.add(new Option(text, id));
    select.value = id;
    this.show();
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
  }

  /** A name that was taken out is none chosen, where none may be; half a name is again what it was. */
  closed(isLeft) {
    const isEmptied = isLeft && this.mayBeEmpty && this.select.value && !this.input.value.trim();
    if (isEmptied) this.choose("", "");
    else this.show();
  }

  follow() {
    const isNew = this.shown !== this.select.value;
    this.show();
    if (isNew) this.select.dispatchEvent(new Event("input", { bubbles: true }));
  }

  show() {
    this.shown = this.select.value;
    this.input.value = this.select.selectedOptions[0]?.textContent.trim() ?? "";
    // What tells two of one name apart stands at the end, where a narrow field cuts it off.
    this.input.title = this.input.value;
    this.clear.hidden = !this.mayBeEmpty || !this.select.value || this.input.disabled;
  }
}

function filled(words, name) {
  return words.replace("%s", () => `\u2068${name}\u2069`);
}

function make(link, name) {
  const usual = link.href;
  const asked = new URL(usual);
  asked.searchParams.set("name", name);
  link.href = asked;
  link.click();
  link.href = usual;
}

function lookUps(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete:not([name*=__prefix__])")) new LookUp(select);
}

lookUps(document);
document.addEventListener("formset:added", ({ target }) => lookUps(target));
