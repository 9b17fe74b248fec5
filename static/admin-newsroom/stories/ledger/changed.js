// A row whose words somebody changed in the text: the old ones struck, the new ones underlined, and whose they are now.
import { part, give, tell } from "./rows.js";
import { replaced } from "./lights.js";
import { made, searchOf } from "./search.js";
import { isUnchecked, isVerified, openAt, unverify, verify } from "./verifying.js";

// What stands in which row.
const drawn = new WeakMap();
const blockOf = (row) => row.querySelector(":scope > .changed-words");

/** What became of the words of a row, or null if they stand; `place` is where, and `goOn(row)` leads on from it. */
export function tellChanged(section, row, told, { place, goOn, language }) {
  const block = blockOf(row);
  // Nothing is drawn under somebody's hand.
  if (block?.contains(document.activeElement)) return;
  if (!told?.pieces.length || !part(row, "affirmed")) forget(row);
  else if (block && drawn.get(row).is(told)) drawn.get(row).place = place;
  else drawn.set(row, new Changed(section, row, told, { place, goOn, language }).stand());
}

/** The answer that a key of the row gives: these words are verified. */
export const keepChanged = (row) => blockOf(row)?.querySelector("[data-keep]").click();

const ownerOf = (row) => part(row, "source").selectedOptions[0]?.textContent.trim() ?? "";

function forget(row) {
  if (!row.classList.contains("is-changed")) return;
  row.classList.remove("is-changed");
  blockOf(row)?.remove();
  tell(row);
}

class Changed {
  constructor(section, row, told, { place, goOn, language }) {
    Object.assign(this, { section, row, told, place, goOn, language });
    this.wasVerified = told.was_verified || isVerified(row);
    this.block = section.querySelector("template[data-changed]").content.firstElementChild.cloneNode(true);
  }

  /** Whether nothing else is to be drawn: a button stays under the hand that is about to press it. */
  is(told) {
    return JSON.stringify(told) === JSON.stringify(this.told) && this.owner === ownerOf(this.row) && this.wasVerified === (told.was_verified || isVerified(this.row));
  }

  stand() {
    const { row, block } = this;
    blockOf(row)?.remove();
    row.classList.add("is-changed");
    row.querySelector(".said-words").replaceChildren(...this.told.pieces.map((piece) => this.drawn(piece)));
    block.querySelector("[data-asked]").replaceChildren(...this.asked());
    for (const part of block.querySelectorAll("[data-verified]")) part.hidden = !this.wasVerified;
    for (const part of block.querySelectorAll("[data-theirs]")) part.hidden = this.wasVerified;
    block.querySelector("[data-keep]").addEventListener("click", () => this.keep());
    block.querySelector("[data-restore]").addEventListener("click", () => this.restore());
    block.querySelector("[data-other]").addEventListener("click", () => this.look());
    block.addEventListener("keydown", (event) => this.press(event));
    row.querySelector(".said").after(block);
    return this;
  }

  drawn([change, text]) {
    if (change === "same") return document.createTextNode(text);
    const piece = this.section.querySelector(`template[data-${change}]`).content.firstElementChild.cloneNode(true);
    piece.append(text);
    return piece;
  }

  /** "Still X's words?", the name in its own direction. */
  asked() {
    const name = document.createElement("bdi");
    name.textContent = this.owner = ownerOf(this.row);
    const [before, behind] = this.section.dataset.still.split("{name}");
    return [before, name, behind];
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.matches("input")) return;
    // The letter is typed where it is looked for.
    if (/^\p{L}$/u.test(event.key)) this.look();
  }

  /** The new words are the row's. Whoever had verified the old ones verifies them anew. */
  keep() {
    const { row, wasVerified } = this;
    this.take(this.told.words, this.told.occurrence);
    if (wasVerified) verify(row);
    this.done();
    if (wasVerified && isUnchecked(row)) openAt(row, "check_made");
    else this.goOn(row);
  }

  /** The text has the old words again, as if somebody had typed them there. */
  restore() {
    const { editor } = document.querySelector("[data-writing]");
    if (!replaced(editor, this.place, this.told.pieces)) {
      this.status.textContent = this.section.dataset.meanwhile;
      return;
    }
    this.take(this.told.old, part(this.row, "occurrence").value);
    this.done();
    this.goOn(this.row);
  }

  look() {
    if (!this.chooser) {
      this.chooser = searchOf(this.section, (owner) => this.giveTo(owner));
      this.block.querySelector("[data-search]").append(this.chooser.box);
    }
    this.chooser.input.focus();
  }

  /** Somebody else's: nobody has verified that they said so. */
  async giveTo(owner) {
    const owners = await made(this.section, [owner], this.language, this.status);
    if (!owners) return;
    this.take(this.told.words, this.told.occurrence);
    unverify(this.row);
    give(this.row, owners);
    this.done();
    this.goOn(this.row);
  }

  get status() {
    return this.block.querySelector("[role=status]");
  }

  take(words, occurrence) {
    part(this.row, "words").value = words;
    part(this.row, "occurrence").value = occurrence;
  }

  done() {
    this.row.querySelector("summary").focus({ preventScroll: true });
    forget(this.row);
    part(this.row, "words").dispatchEvent(new Event("input", { bubbles: true }));
  }
}
