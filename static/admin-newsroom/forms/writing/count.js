// Words and reading time as they are written, counted as the server counts them (articles/text.py).
const BLOCK_END = "\n";

export function words(text) {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function plainText(doc, to = doc.content.size) {
  return doc.textBetween(0, to, BLOCK_END, (leaf) => (leaf.type.name === "hardBreak" ? "\n" : ""));
}

export function count(root, editor) {
  const counted = words(plainText(editor.state.doc));
  const show = (selector, number) => { root.querySelector(selector).textContent = number.toLocaleString(document.documentElement.lang); };
  show("[data-words]", counted);
  show("[data-minutes]", Math.max(1, Math.ceil(counted / Number(root.dataset.speed))));
}
