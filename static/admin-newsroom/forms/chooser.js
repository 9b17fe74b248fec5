// A field in which one types to find, with what is found under it: a combobox as the ARIA authoring practices have it. Who
// uses it says where it looks and what becomes of a choice. Its parts and words come from the page (desk/chooser.html).
const WAITS = 150;
const NEAR_THE_END = 40;
let count = 0;

/** One page of what Django's look-up finds: {results: [{id, text, name}], more}. */
export async function ask(address, about, term, page) {
  const asked = new URL(address, location.href);
  for (const [name, value] of Object.entries({ ...about, term, page })) asked.searchParams.set(name, value);
  const answer = await fetch(asked, { headers: { Accept: "application/json" }, redirect: "error" });
  if (!answer.ok) throw new Error(answer.status);
  const { results, pagination } = await answer.json();
  return { results, more: pagination.more };
}

export class Combobox {
  /**
   * `find(term, page)` gives {results, more}; `take(result)` is told what was chosen. With `takeTyped(text)`, Enter takes what
   * was typed unless a line is pointed at; without, it takes the first that is found, and what there is is shown before
   * anything is typed. `closed(isLeft)` is told when the list is closed.
   */
  constructor({ find, take, takeTyped = null, closed = () => {} }) {
    Object.assign(this, { find, take, takeTyped, closed, results: [], at: -1, turn: 0 });
    const template = document.querySelector("template[data-chooser]");
    this.words = template.dataset;
    this.box = template.content.firstElementChild.cloneNode(true);
    [this.input, this.list, this.status] = ["input", "[role=listbox]", "[role=status]"].map((part) => this.box.querySelector(part));
    this.list.id = `chooser-${(count += 1)}`;
    this.input.setAttribute("aria-controls", this.list.id);
    this.listen();
  }

  /** It is called, explained and faulted as the form's own field is, which stays and is sent. */
  standFor(field) {
    const [label] = field.labels ?? [];
    const name = field.getAttribute("aria-label") ?? label?.textContent.trim().replace(/[:：]$/u, "") ?? "";
    this.list.setAttribute("aria-label", name);
    for (const said of ["aria-label", "aria-describedby", "aria-invalid"]) {
      if (field.hasAttribute(said)) this.input.setAttribute(said, field.getAttribute(said));
    }
  }

  listen() {
    const { input, list } = this;
    input.addEventListener("input", () => {
      this.isTyped = true;
      this.later();
    });
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("click", () => { if (!this.takeTyped && !this.isOpen) this.reopen(); });
    input.addEventListener("blur", () => this.close(true));
    // The list takes no focus: one goes on typing.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => this.choose([...list.children].indexOf(target.closest("[role=option]"))));
    list.addEventListener("scroll", () => this.goOn());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  get typed() {
    return this.input.value.trim();
  }

  later() {
    if (!this.typed && this.takeTyped) {
      this.close();
      return;
    }
    this.isLooking = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.look(this.typed), WAITS);
  }

  /** What stands there untouched is what was chosen: nothing is asked of it. */
  reopen() {
    this.look(this.isTyped || this.takeTyped ? this.typed : "");
  }

  async look(term, page = 1) {
    clearTimeout(this.waiting);
    const turn = (this.turn += 1);
    [this.isLooking, this.isPaging] = [page === 1, page > 1];
    const found = await Promise.resolve(this.find(term, page)).catch(() => null);
    // Only the last question is answered.
    if (turn !== this.turn) return;
    [this.isLooking, this.isPaging] = [false, false];
    if (found) this.offer(found, term, page);
    else this.say(this.words.failed, true);
  }

  offer({ results, more }, term, page) {
    if (page === 1) this.empty();
    this.isAsked = false;
    this.list.append(...results.map((result, place) => this.optionOf(result, this.results.length + place)));
    this.results.push(...results);
    Object.assign(this, { term, page, hasMore: more });
    this.open(Boolean(this.results.length));
    const found = this.results.filter((result) => !result.isNew).length;
    if (found) this.say(`${this.words.some} ${found.toLocaleString(document.documentElement.lang)}`);
    else this.say(this.words.none, !this.takeTyped);
    // What would make something new is pointed at by nobody but a hand: a half-typed name and Enter make nothing.
    if (page === 1 && term && !this.takeTyped && found) this.point(0);
    if (this.isHasty && found && !this.results[0].isAlike) this.choose(0);
    this.isHasty = false;
  }

  optionOf({ text, label = text, isNew }, place) {
    const option = document.createElement("div");
    Object.assign(option, { id: `${this.list.id}-${place}`, role: "option", dir: "auto", textContent: label });
    option.setAttribute("aria-selected", "false");
    option.classList.toggle("is-new", Boolean(isNew));
    return option;
  }

  /** What is found is many pages: the next comes as one nears the end. */
  goOn() {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    if (this.hasMore && !this.isLooking && !this.isPaging && scrollTop + clientHeight > scrollHeight - NEAR_THE_END) this.look(this.term, this.page + 1);
  }

  point(to) {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = (to + this.results.length) % this.results.length;
    const option = this.list.children[this.at];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  choose(place) {
    const chosen = this.results[place];
    if (!chosen) return;
    this.input.value = "";
    this.close();
    this.take(chosen);
  }

  press(event) {
    // Keys that still belong to a composing keyboard, and those of the form.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const act = {
      Enter: () => this.enter(),
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Escape: this.isOpen || this.status.textContent ? () => this.close() : null,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  step(by) {
    if (this.isOpen) this.point(this.at < 0 && by < 0 ? -1 : this.at + by);
    else this.reopen();
  }

  enter() {
    const isOfBefore = this.isLooking && !this.takeTyped;
    if (this.isOpen && this.at >= 0 && !isOfBefore) this.takeOrAsk();
    else if (this.takeTyped) this.takeTyped(this.input.value);
    // Whoever is quicker than the answer gets its first.
    else if (this.isLooking) this.isHasty = true;
    else if (!this.isOpen) this.reopen();
  }

  /** Enter makes nobody while there is somebody who may be meant: first it is asked, and then Enter is an answer. */
  takeOrAsk() {
    const { question } = this.results[this.at];
    if (!question || this.isAsked) {
      this.choose(this.at);
      return;
    }
    this.isAsked = true;
    this.point(0);
    this.say(question, true);
  }

  say(words, isSeen = false) {
    this.status.textContent = words;
    this.status.classList.toggle("visually-hidden", !isSeen);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.list.scrollIntoView({ block: "nearest" });
  }

  empty() {
    [this.results, this.at] = [[], -1];
    this.list.replaceChildren();
    this.input.removeAttribute("aria-activedescendant");
  }

  close(isLeft = false) {
    clearTimeout(this.waiting);
    this.turn += 1;
    [this.isLooking, this.isPaging, this.isHasty, this.hasMore, this.isTyped] = [false, false, false, false, false];
    this.empty();
    this.open(false);
    this.say("");
    this.closed(isLeft);
  }
}
