// Row and passage are one thing: what is owned is tinted in the text, what is open is underlined, and the row that has the
// focus lights its words. Drawn over the text by the browser's own highlights, so that nothing of it is touched.

const NAMES = ["ledger-owned", "ledger-open", "ledger-lit"];

/** Null where the browser has no highlights: the ledger leads to the text all the same. */
export function lightsOf(group) {
  const root = document.querySelector("[data-writing]");
  const has = typeof Highlight === "function" && CSS.highlights;
  if (!root) return null;
  let standing = [];
  const layers = Object.fromEntries(NAMES.map((name) => [name, has ? new Highlight() : new Set()]));
  if (has) for (const [name, layer] of Object.entries(layers)) CSS.highlights.set(name, layer);

  const light = (element) => {
    layers["ledger-lit"].clear();
    const range = standing.find((each) => each.element === element)?.range;
    if (range) layers["ledger-lit"].add(range);
    return range;
  };
  group.addEventListener("focusin", ({ target }) => {
    const range = light(target.closest(".inline-related, .open-line"));
    // A row that is reached by a key brings its words into view; a field within it does not.
    if (range && target.matches("summary, .open-line button")) bring(range);
  });
  group.addEventListener("focusout", () => layers["ledger-lit"].clear());
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
      if (!editor) return;
      const blocks = blocksOf(editor);
      standing = rows.map(({ place, element, isOpen }) => ({ element, isOpen, range: place && rangeOf(editor, blocks, place) }));
      for (const { range, isOpen } of standing) if (range) layers[isOpen ? "ledger-open" : "ledger-owned"].add(range);
      light(document.activeElement?.closest(".inline-related, .open-line"));
    },
  };
}

const isIn = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;

function bring(range) {
  const { top, bottom } = range.getBoundingClientRect();
  const isSeen = top >= 0 && bottom <= innerHeight;
  if (!isSeen) range.startContainer.parentElement.scrollIntoView({ block: "center" });
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

function rangeOf(editor, blocks, [paragraph, start, end, words]) {
  const [at, text] = blocks[paragraph] ?? [0, ""];
  // What was written meanwhile is told by the next answer.
  if (text.slice(start, end) !== words) return null;
  const [from, to] = [editor.view.domAtPos(at + start), editor.view.domAtPos(at + end)];
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
