// What is pasted from elsewhere is cleaned by the server, by the same function that cleans what is saved.
import { createDocument } from "../../../django_prose_editor/editor.js";

const OURS = "data-pm-slice";
const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;

/** What the editor does at a paste and a drop. Where the server does not answer, the words come in without their marks. */
export function pasting(address, editorOf) {
  let queue = Promise.resolve();
  const take = (view, data) => {
    const html = data?.getData("text/html") ?? "";
    const plain = data?.getData("text/plain") ?? "";
    if (html.includes(OURS) || (!html && !plain.includes("\n"))) return links(view, html ? "" : plain, editorOf());
    // One after the other: what was pasted first stands first.
    queue = queue.then(async () => insert(view, await cleaned(address, html, plain)));
    return true;
  };
  // Before ProseMirror's own handlers: their reading of foreign HTML would try the styles in it.
  return {
    handleDOMEvents: {
      paste(view, event) {
        const isTaken = take(view, event.clipboardData);
        if (isTaken) event.preventDefault();
        return isTaken;
      },
      drop(view, event) {
        if (view.dragging || !event.dataTransfer?.getData("text/html")) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (at) editorOf().commands.setTextSelection(at.pos);
        event.preventDefault();
        return take(view, event.dataTransfer);
      },
    },
  };
}

/** An address pasted over words is their link. */
function links(view, plain, editor) {
  if (view.state.selection.empty || !ADDRESS.test(plain.trim())) return false;
  return editor.commands.setMark("link", { href: plain.trim() });
}

async function cleaned(address, html, plain) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  // Pictures inside the clipboard can weigh more than a request may.
  const light = html.replace(/src=(["']?)data:[^"'\s>]*\1/gi, "");
  try {
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, html: light, plain: html ? "" : plain });
    const answer = await fetch(address, { method: "POST", body, redirect: "error" });
    if (answer.ok) return await answer.text();
  } catch {
    // No connection, or no session: what follows loses the marks and keeps the words.
  }
  const escaped = document.createElement("p");
  return plain.split(/\n+/).map((line) => { escaped.textContent = line; return escaped.outerHTML; }).join("");
}

function insert(view, html) {
  if (view.isDestroyed || !html) return;
  const { doc, schema, tr } = view.state;
  const Slice = doc.slice(0).constructor;
  const content = createDocument(html, schema, { preserveWhitespace: false }).content;
  view.dispatch(tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView().setMeta("paste", true));
}
