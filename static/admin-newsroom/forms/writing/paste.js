// What is pasted from elsewhere is cleaned by the server, by the same function that cleans what is saved. A line under the
// text says what came of it.
import { createDocument } from "../../../django_prose_editor/editor.js";
import { insertPhotos } from "./photo.js";
import { fill, hold } from "./places.js";

const OURS = "data-pm-slice";
const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;
// In bytes of HTML, as the server has it. Above it the words come in alone, and the server says so.
const MOST = 2_000_000;
// Files of one paste, as the server has it too.
const MOST_PICTURES = 20;

/** What the editor does at a paste and a drop. Where the server does not answer, the words come in without their marks. */
export function pasting(root, editorOf) {
  let queue = Promise.resolve();
  const take = (data) => {
    const editor = editorOf();
    const html = data?.getData("text/html") ?? "";
    const plain = data?.getData("text/plain") ?? "";
    const pictures = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    // A picture copied from a page brings its address along: the file is what was meant.
    if (pictures.length && !plain.trim() && !hasWords(html)) return insertPhotos(editor, pictures.slice(0, MOST_PICTURES), hold(editor));
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
  // Pictures inside the clipboard can weigh more than a request may; that there was one stays.
  const light = html.replace(/(src=(["']?)data:)[^"'\s>]*/gi, "$1");
  const body = new FormData();
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  if (light && new Blob([light]).size <= MOST) body.set("html", light);
  else body.set("plain", plain);
  if (light && !body.has("html")) body.set("bounded", "1");
  try {
    const answer = await fetch(address, { method: "POST", body, redirect: "error", headers: { Accept: "application/json" } });
    if (answer.ok) return await answer.json();
  } catch {
    // No connection, or no session: what follows loses the marks and keeps the words.
  }
  return { html: escaped(plain.split(/\n+/)), isUnanswered: true };
}

function escaped(lines) {
  const paragraph = document.createElement("p");
  return lines.map((line) => { paragraph.textContent = line; return paragraph.outerHTML; }).join("");
}

/** Says what came of a paste, and offers its lines as they were. */
function tell(root, editor, answer) {
  const place = root.querySelector("[data-pasted]");
  const [sentence, keep] = ["[data-pasted-said]", "[data-pasted-keep]"].map((selector) => place.querySelector(selector));
  const { bounded, left_out: leftOut, joined, lines_html: lines, filled } = answer;
  sentence.textContent = [answer.isUnanswered && place.dataset.unanswered, bounded, leftOut, joined].filter(Boolean).join(" · ");
  keep.hidden = !lines;
  keep.onclick = () => {
    sentence.textContent = "";
    keep.hidden = true;
    fill(editor, filled, contentOf(editor, lines)).release();
    editor.view.focus();
  };
}
