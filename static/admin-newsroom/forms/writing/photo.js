// A photo in the text: <figure data-photo="slug"><figcaption>…</figcaption></figure>, shown as what it is.
import { Node } from "../../../django_prose_editor/editor.js";

export function photoNode(root) {
  const known = JSON.parse(root.dataset.photos || "{}");
  const frame = root.querySelector("[data-photo-frame]");
  return Node.create({
    name: "photo",
    group: "block",
    content: "text*",
    marks: "",
    isolating: true,
    draggable: true,
    addStorage: () => ({ known }),
    addAttributes: () => ({
      slug: {
        default: "",
        parseHTML: (element) => element.getAttribute("data-photo"),
        renderHTML: ({ slug }) => ({ "data-photo": slug }),
      },
    }),
    parseHTML: () => [{
      tag: "figure[data-photo]",
      priority: 60,
      contentElement: (figure) => figure.querySelector("figcaption") ?? document.createElement("figcaption"),
    }],
    renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["figcaption", 0]],
    addNodeView: () => ({ node, editor, getPos }) => show(frame, known, node, editor, getPos),
    addKeyboardShortcuts() {
      return {
        Enter: ({ editor }) => {
          const { $from } = editor.state.selection;
          if ($from.parent.type.name !== "photo") return false;
          return editor.chain().insertContentAt($from.after(), { type: "paragraph" }).focus($from.after() + 1).run();
        },
      };
    },
  });
}

function show(frame, known, node, editor, getPos) {
  const dom = frame.content.firstElementChild.cloneNode(true);
  const [image, name, missing, contentDOM] = ["img", ".writing-photo-name", ".writing-photo-missing", "figcaption"]
    .map((selector) => dom.querySelector(selector));
  const photo = known[node.attrs.slug];
  dom.dataset.photo = node.attrs.slug;
  image.hidden = !photo;
  missing.hidden = Boolean(photo);
  if (photo) image.src = photo.thumbnail;
  image.alt = photo?.alt ?? "";
  name.textContent = photo?.credit || node.attrs.slug;
  dom.querySelector("[data-remove]").addEventListener("click", () => {
    const at = getPos();
    editor.chain().deleteRange({ from: at, to: at + editor.state.doc.nodeAt(at).nodeSize }).focus().run();
  });
  const mark = (shown) => contentDOM.classList.toggle("is-empty", !shown.content.size);
  mark(node);
  return {
    dom,
    contentDOM,
    stopEvent: (event) => event.target.closest?.("[data-remove]") !== null,
    ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target) || mutation.type === "attributes",
    update(changed) {
      if (changed.type !== node.type || changed.attrs.slug !== node.attrs.slug) return false;
      mark(changed);
      return true;
    },
  };
}

/** Asks the library for a photo, and puts it under the paragraph in which the cursor stands. */
export async function insertPhoto(editor, opener) {
  const photo = await chosen(editor, { opener });
  return photo ? stand(editor, photo, editor.state.selection.from) : editor.view.focus();
}

/** Pictures that were pasted or dropped as files: each is uploaded with its alt text and credit, or left out. */
export async function insertPhotos(editor, files, place) {
  for (const file of files) {
    const photo = await chosen(editor, { opener: editor.view.dom, file });
    if (!photo || editor.isDestroyed) break;
    stand(editor, photo, place.to);
  }
  place.release();
}

async function chosen(editor, how) {
  const { choosePhoto } = await import("../../photos/chooser.js");
  return choosePhoto({ language: editor.view.dom.lang, ...how });
}

function stand(editor, photo, at) {
  editor.storage.photo.known[photo.slug] = photo;
  const place = editor.state.doc.resolve(at);
  const under = place.depth ? place.after(1) : at;
  return editor.chain().insertContentAt(under, { type: "photo", attrs: { slug: photo.slug } }).focus(under + 1).run();
}
