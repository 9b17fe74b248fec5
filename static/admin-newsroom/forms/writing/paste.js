// What is pasted from elsewhere is cleaned by the server, by the same function that cleans what is saved. A line under the
// text says what came of it.
import { createDocument } from "../../../django_prose_editor/editor.js";
import { insertPhotos } from "./photo.js";
import { fill, hold } from "./places.js";

const OURS = "data-pm-slice";
const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;
// In letters: what the server takes, and a little more, so that it is the server that says where it ends.
const MOST = 2_500_000;

/** What the editor does at a paste and a drop. Where the server does not answer, the words come in without their marks. */
export function pasting(root, editorOf) {
  let queue = Promise.resolve();
  const take = (data) => {
    const editor = editorOf();
    const html = data?.getData("text/html") ?? "";
    const plain = data?.getData("text/plain") ?? "";
    const pictures = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (pictures.length && !plain.trim() && !hasWords(html)) return insertPhotos(editor, pictures, hold(editor));
    if (html.includes(OURS)) return false;
    if (!html && !plain.includes("\n")) return links(plain, editor);
    // Its place is held from now on. One after the other: what was pasted first stands first.
    const place = hold(editor);
    queue = queue.then(async () => tell(root, editor, await put(root, editor, place, html, plain)));
    return true;
  };
  // Before ProseMirror's own handlers: their reading of foreign HTML would try the styles in it.
  return {
    handleDOMEvents: {
      paste(view, event) {
        const isTaken = take(event.clipboardData);
        if (isTaken) event.preventDefault();
        return isTaken;
      },
      drop(view, event) {
        const { types = [] } = event.dataTransfer ?? {};
        if (view.dragging || !(types.includes("text/html") || types.includes("Files"))) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (at) editorOf().commands.setTextSelection(at.pos);
        event.preventDefault();
        return take(event.dataTransfer);
      },
    },
  };
}

function hasWords(html) {
  // Parsed and never shown: no picture in it is fetched.
  return /\p{L}/u.test(new DOMParser().parseFromString(html, "text/html").body.textContent);
}

/** An address pasted over words is their link; one pasted where nothing stands, a link of its own. */
function links(plain, editor) {
  const href = plain.trim();
  if (!ADDRESS.test(href)) return false;
  if (!editor.state.selection.empty) return editor.commands.setMark("link", { href });
  if (editor.state.selection.$from.parent.content.size) return false;
  return editor.commands.insertContent({ type: "text", text: href.replace(/^mailto:/, ""), marks: [{ type: "link", attrs: { href } }] });
}

async function put(root, editor, place, html, plain) {
  const answer = await cleaned(root.dataset.cleansAt, html, plain);
  if (editor.isDestroyed || !answer.html) return answer;
  return { ...answer, filled: fill(editor, place, contentOf(editor, answer.html)) };
}

function contentOf(editor, html) {
  return createDocument(html, editor.schema, { preserveWhitespace: false }).content;
}

async function cleaned(address, html, plain) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  // Pictures inside the clipboard can weigh more than a request may; that there was one stays.
  const light = html.replace(/(src=(["']?)data:)[^"'\s>]*\2/gi, "$1$2");
  try {
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, html: light.slice(0, MOST), plain: html ? "" : plain.slice(0, MOST) });
    const answer = await fetch(address, { method: "POST", body, redirect: "error" });
    if (answer.ok) return await answer.json();
  } catch {
    // No connection, or no session: what follows loses the marks and keeps the words.
  }
  const escaped = document.createElement("p");
  const said = document.querySelector("[data-pasted]")?.dataset.unanswered;
  return { html: plain.split(/\n+/).map((line) => { escaped.textContent = line; return escaped.outerHTML; }).join(""), said };
}

/** Says what came of a paste, and offers its lines as they were. */
function tell(root, editor, { said, lines, filled }) {
  const place = root.querySelector("[data-pasted]");
  const [sentence, keep] = ["[data-pasted-said]", "[data-pasted-keep]"].map((selector) => place.querySelector(selector));
  sentence.textContent = said ?? "";
  keep.hidden = !lines;
  keep.onclick = () => {
    sentence.textContent = "";
    keep.hidden = true;
    fill(editor, filled, contentOf(editor, lines)).release();
    editor.view.focus();
  };
}
