// A place in the text that is held while something is on its way to it, whatever is typed meanwhile.

const FILLS = "fills a place";

/** The selection of now, as it moves with the text; `release` ends it. What is typed at it stands after it. */
export function hold(editor, { from, to } = editor.state.selection) {
  const place = { from, to, release: () => editor.off("transaction", move) };
  const move = ({ transaction }) => {
    const { mapping } = transaction;
    const isPoint = place.from === place.to;
    // Behind what fills an earlier place at the same point, before what is typed there.
    const side = isPoint && transaction.getMeta(FILLS) ? 1 : -1;
    place.to = mapping.map(place.to, side);
    place.from = Math.min(mapping.map(place.from, isPoint ? side : 1), place.to);
  };
  editor.on("transaction", move);
  return place;
}

/** Puts content into a held place as one step of its own in the history, and holds it. The cursor goes along only if it
 * waited there. */
export function fill(editor, place, content) {
  place.release();
  const { selection, doc } = editor.state;
  const after = doc.content.size - place.to;
  const waited = selection.from === place.from && selection.to === place.to;
  const Slice = doc.slice(0).constructor;
  editor.chain()
    .setMeta("closeHistory$", true)
    .setMeta("paste", true)
    .setMeta(FILLS, true)
    .setTextSelection(place)
    .command(({ tr }) => {
      tr.replaceSelection(Slice.maxOpen(content));
      if (!waited) tr.setSelection(selection.map(tr.doc, tr.mapping));
      return Boolean(tr.scrollIntoView());
    })
    .run();
  return hold(editor, { from: place.from, to: editor.state.doc.content.size - after });
}
