// Row and passage are one thing: what is owned is tinted in the text, what is open is underlined,
// once, and twice where it was changed, and the row that has the
// focus lights its words. Drawn over the text by the browser's own highlights, so that nothing of it is touched.

import { seenUpTo } from "./sheet.js";

const NAMES = ["ledger-owned", "ledger-open", "ledger-changed", "ledger-lit"];

/** Null where the browser has no highlights: the ledger leads to the text all the same. */
export function lightsOf(group) {
  const root = document.querySelector("[data-writing]");
  const has = typeof Highlight === "function" && CSS.highlights;
  if (!root) return null;
  let standing = [];
  const layers = Object.fromEntries(NAMES.map((name) => [name, has ? new Highlight() : new Set()]));
  if (has) for (const [name, layer] of Object.entries(layers)) CSS.highlights.set(name, layer);

  const leave = () => {
    layers["ledger-lit"].clear();
    for (const { field } of standing) field?.classList.remove("is-lit");
  };
  // Of what stands above the text its whole line is lit.
  const light = (element) => {
    leave();
    const { range, field } = standing.find((each) => each.element === element) ?? {};
    if (range) layers["ledger-lit"].add(range);
    field?.classList.add("is-lit");
    return range ?? field;
  };
  group.addEventListener("focusin", ({ target }) => {
    const lit = light(target.closest(".inline-related, .open-line"));
    // A row that is reached by a key brings its words into view; a field within it does not.
    if (lit && target.matches("summary, .open-line button, .changed-words button")) bring(lit);
  });
  group.addEventListener("focusout", leave);
  root.addEventListener("click", ({ clientX: x, clientY: y }) => {
    for (const { element } of standing) element.classList.remove("is-lit");
    const hit = standing.find(({ range }) => range && [...range.getClientRects()].some((box) => isIn(box, x, y)));
    hit?.element.classList.add("is-lit");
    hit?.element.scrollIntoView({ block: "nearest" });
  });

  return {
    show(rows) {
      const { editor } = root;
      for (const layer of Object.values(layers)) layer.clear();
      leave();
      if (!editor) return;
      const blocks = blocksOf(editor);
      standing = rows.map(({ place, field, element, is }) => ({ element, is, field, range: place && !field ? rangeOf(editor, blocks, place) : null }));
      for (const { range, is } of standing) if (range) layers[`ledger-${is}`].add(range);
      light(document.activeElement?.closest(".inline-related, .open-line"));
    },
  };
}

const isIn = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;

// So often it is looked whether the words have come into view: what stands above them may take another height meanwhile.
const LOOKS = 4;

/** Brings words, or a field, into view. */
function bring(lit, looks = LOOKS) {
  const { top, bottom } = lit.getBoundingClientRect();
  const [begins, ends] = [heightOfToolbar(), seenUpTo()];
  const isSeen = top >= begins && bottom <= ends;
  // To the middle of what is seen, and a long passage from its beginning.
  if (isSeen || !looks || !(lit.startContainer ?? lit).isConnected) return;
  scrollBy(0, Math.min(top - begins - 8, (top + bottom - begins - ends) / 2));
  requestAnimationFrame(() => bring(lit, looks - 1));
}

/** The toolbar of the text stays at the top of the window, over the text, while one scrolls. */
function heightOfToolbar() {
  const toolbar = document.querySelector(".story-text [role=toolbar]");
  return toolbar && getComputedStyle(toolbar).position === "sticky" ? toolbar.offsetHeight : 0;
}

/** The blocks of the text that have any, as the server counts its paragraphs: [where it begins, its text]. */
function blocksOf(editor) {
  const found = [];
  editor.state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, "", "\n");
    if (text.trim()) found.push([at + 1 + text.length - text.trimStart().length, text.trim()]);
    return false;
  });
  return found;
}

/** Where a passage begins in the text; null if others were written meanwhile, which the next answer tells. */
function beginningOf(blocks, [paragraph, start, end, words]) {
  const [at, text] = blocks[paragraph] ?? [0, ""];
  return text.slice(start, end) === words ? at + start : null;
}

/** Writes the old words of these pieces in place of the new ones, in one step that can be undone. False where the passage
 *  is not as it was. */
export function replaced(editor, place, pieces) {
  const begins = editor && place && beginningOf(blocksOf(editor), place);
  if (!begins) return false;
  const { tr } = editor.state;
  let at = begins;
  for (const [change, text] of pieces) {
    if (change === "new") tr.delete(at, at + text.length);
    else if (change === "gone") tr.insertText(text, at);
    if (change !== "new") at += text.length;
  }
  editor.view.dispatch(tr);
  return true;
}

function rangeOf(editor, blocks, place) {
  const begins = beginningOf(blocks, place);
  if (begins === null) return null;
  const [from, to] = [editor.view.domAtPos(begins), editor.view.domAtPos(begins + place[2] - place[1])];
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
