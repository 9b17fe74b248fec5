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
    if (lit && target.matches("summary, .open-line button")) bring(lit);
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
      standing = rows.map(({ place, field, element, isOpen }) => ({ element, isOpen, field, range: place && !field ? rangeOf(editor, blocks, place) : null }));
      for (const { range, isOpen } of standing) if (range) layers[isOpen ? "ledger-open" : "ledger-owned"].add(range);
      light(document.activeElement?.closest(".inline-related, .open-line"));
    },
  };
}

const isIn = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;

/** Brings words, or a field, into view. */
function bring(lit) {
  const { top, bottom } = lit.getBoundingClientRect();
  const isSeen = top >= 0 && bottom <= innerHeight;
  if (!isSeen) (lit.startContainer?.parentElement ?? lit).scrollIntoView({ block: "center" });
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
