// A quotation that nobody owns yet: those who might, each at one key, and a search for anybody else.
import { typedAbove } from "./above.js";
import { made, searchOf } from "./search.js";

export class OpenLine {
  /** `take(line, owners)` is told whose it is. */
  constructor(section, quotation, { take, lang, dir }) {
    Object.assign(this, { section, take, words: quotation.words, occurrence: quotation.occurrence, with: [] });
    this.element = section.querySelector("template[data-open-line]").content.firstElementChild.cloneNode(true);
    const quote = this.element.querySelector("q");
    quote.textContent = quotation.words;
    [quote.lang, quote.dir] = [lang, dir || "auto"];
    this.lang = lang;
    this.chooser = searchOf(section, (owner) => this.own([owner]));
    this.element.querySelector("[data-search]").append(this.chooser.box);
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.element.querySelector("[data-waive]")?.addEventListener("click", () => this.waive());
    this.tell(quotation);
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
      for (const [mark, about] of [[".is-new", "is_new"], [".is-alike", "is_alike"]]) {
        button.querySelector(mark).hidden = !owners.some((owner) => owner[about]);
      }
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
    const owned = await made(this.section, all, this.lang, this.element.querySelector("[role=status]"));
    this.isTaken = false;
    if (owned) this.take(this, owned);
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

function named({ name, title }) {
  const [who, what] = [document.createElement("b"), document.createElement("span")];
  for (const [element, text] of [[who, name], [what, title]]) Object.assign(element, { textContent: text, dir: "auto" });
  return title ? [who, " ", what] : [who];
}
