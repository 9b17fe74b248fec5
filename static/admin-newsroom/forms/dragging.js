// What is dragged over its like, with the mouse: beside the buttons that do the same.

/** Of what may be dragged. `over(dragged, other, event)` while it is held over another, `drop` where it is let go, `end` after all. */
export function drags(selector, { over = () => {}, drop = () => {}, end = () => {} }) {
  let dragged = null;
  const one = (event) => event.target.closest?.(selector);
  const mark = (other) => {
    for (const each of document.querySelectorAll(`${selector}.is-over`)) each.classList.toggle("is-over", each === other);
    other?.classList.add("is-over");
  };
  const other = (event) => {
    const found = dragged && one(event);
    if (found) event.preventDefault();
    return found === dragged ? null : found;
  };

  document.addEventListener("dragstart", (event) => {
    // Words that are dragged out of a field of a row are not the row.
    dragged = one(event)?.draggable ? one(event) : null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    // Without any, some browsers drag nothing.
    event.dataTransfer.setData("text/plain", dragged.dataset.slot ?? "");
    dragged.classList.add("is-dragged");
  });
  document.addEventListener("dragover", (event) => {
    const found = other(event);
    mark(found);
    if (found) over(dragged, found, event);
  });
  document.addEventListener("drop", (event) => {
    const found = other(event);
    if (found) drop(dragged, found);
  });
  document.addEventListener("dragend", () => {
    mark(null);
    dragged?.classList.remove("is-dragged");
    if (dragged) end(dragged);
    dragged = null;
  });
}
