// What a text may consist of: the same that the cleaning on the server keeps.
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Extension, Gapcursor, HardBreak, Heading, History, Italic,
  ListItem, Mark, OrderedList, Paragraph, Plugin, Text,
} from "../../../django_prose_editor/editor.js";
import { photoNode } from "./photo.js";

const BLOCKS = ["paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote"];

const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]" }],
  renderHTML: ({ HTMLAttributes: { href, dir, lang } }) => ["a", { href, dir, lang }, 0],
});

// Ctrl+Enter goes on to publication.
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
  },
});

/** A paragraph is written in the edition's direction, but one that is mostly in the other script in that script's. */
const Directed = Extension.create({
  name: "directed",
  addGlobalAttributes() {
    const kept = { dir: { default: null, keepOnSplit: false }, lang: { default: null } };
    return [{ types: BLOCKS, attributes: kept }];
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    return [new Plugin({
      appendTransaction(transactions, before, after) {
        if (!transactions.some((each) => each.docChanged)) return null;
        const usual = editor.view.dom.dir === "rtl" ? "rtl" : "ltr";
        const untouched = new Set();
        before.doc.descendants((node) => { untouched.add(node); });
        const change = after.tr;
        after.doc.descendants((node, at) => {
          if (!BLOCKS.includes(node.type.name) || untouched.has(node)) return;
          const read = node.isTextblock ? directionOf(node.textContent, usual) : node.attrs.dir;
          const dir = read === usual ? null : read;
          if (dir !== node.attrs.dir) change.setNodeAttribute(at, "dir", dir);
        });
        return change.docChanged ? change : null;
      },
    })];
  },
});

export function directionOf(text, usual) {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  const leftward = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.filter((sign) => /\p{L}/u.test(sign)).length ?? 0;
  if (leftward * 2 === all) return usual;
  return leftward * 2 > all ? "rtl" : "ltr";
}

export function extensions(root) {
  return [
    Document, Paragraph, Text, Heading.configure({ levels: [2, 3] }), BulletList, OrderedList, ListItem, Blockquote,
    LineBreak, Bold, Italic, Link, History, Dropcursor.configure({ color: false, class: "writing-drop" }), Gapcursor,
    Directed, photoNode(root),
  ];
}
