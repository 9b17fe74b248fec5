// The editor: laid over the textarea that the form sends. Without it the textarea is what it was.
import { Editor } from "../../../django_prose_editor/editor.js";
import { extensions } from "./schema.js";
import { standToolbar } from "./toolbar.js";
import { pasting } from "./paste.js";
import { count } from "./count.js";
import { unframed } from "./tables.js";

function write(root) {
  const textarea = root.querySelector("textarea");
  if (textarea.disabled || textarea.readOnly) return;
  const element = document.createElement("div");
  element.className = "writing-page";
  textarea.after(element);
  const { lang, dir } = textarea;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (label) label.id ||= `${textarea.id}_label`;

  const editor = new Editor({
    element,
    // The policy lets nobody write a style into the page: TipTap's few rules stand in writing.css.
    injectCSS: false,
    content: textarea.value,
    extensions: extensions(root),
    editorProps: {
      attributes: {
        id: `${textarea.id}_editor`, class: "writing-text", role: "textbox", "aria-multiline": "true",
        "aria-labelledby": label?.id ?? "", lang, dir, spellcheck: "true",
      },
      ...pasting(root, () => editor),
    },
    onUpdate() {
      textarea.value = written(editor);
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
      count(root, editor);
    },
  });

  textarea.hidden = true;
  root.classList.add("is-rich");
  root.editor = editor;
  for (const hidden of root.querySelectorAll(".writing-bar:not(.writing-table-bar), .writing-count")) hidden.hidden = false;
  standToolbar(root, editor);
  count(root, editor);
  label?.addEventListener("click", () => editor.view.focus());
  for (const link of document.querySelectorAll(`a[href="#${textarea.id}"]`)) {
    link.addEventListener("click", (event) => { event.preventDefault(); editor.view.focus(); });
  }
}

/** What the form sends. An item of a list that is one paragraph is said as the cleaning on the server says it. */
function written(editor) {
  const { doc } = editor.state;
  // Not by the editor's own word: to it a photo without a caption is empty.
  if (doc.childCount === 1 && doc.firstChild.type.name === "paragraph" && !doc.content.firstChild.content.size) return "";
  const { content } = Object.assign(document.createElement("template"), { innerHTML: editor.getHTML() });
  unframed(content);
  for (const first of content.querySelectorAll("li > p:first-child")) {
    if (!first.attributes.length) first.replaceWith(...first.childNodes);
  }
  const blocks = [...content.children].map((block) => block.outerHTML);
  return blocks.join("\n\n");
}

for (const root of document.querySelectorAll("[data-writing]")) write(root);
