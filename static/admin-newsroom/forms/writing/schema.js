// What a text may consist of: the same that the cleaning on the server keeps.
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Extension, Gapcursor, HardBreak, Heading, History, Italic,
  ListItem, Mark, OrderedList, Paragraph, Plugin, Subscript, Superscript, Text, wrappingInputRule,
} from "../../../django_prose_editor/editor.js";
import { directionOf } from "../marks.js";
import { photoNode } from "./photo.js";
import { tables } from "./tables.js";
import { Typographic } from "./typographic.js";

const BLOCKS = ["paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote"];

const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]" }],
  renderHTML: ({ HTMLAttributes: { href, dir, lang } }) => ["a", { href, dir, lang }, 0],
});

// At most two digits, of either kind: a line may begin with a year. A letter with a point may be somebody's first name.
const LIST_NUMBER = /^(\d{1,2}|[\u0660-\u0669]{1,2})[.)]\s$/;
const LIST_LETTER = /^([a-i])\)\s$/i;
const COUNTED_IN = ["a", "A", "i", "I"];

/** A numbered list keeps the number it begins at, and whether it counts in letters or in Roman numerals; figures are the
 * page's. */
const Numbered = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (list) => (/^\d{1,5}$/.test(list.getAttribute("start")) ? Number(list.getAttribute("start")) : 1),
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
    type: {
      default: null,
      parseHTML: (list) => COUNTED_IN.find((kind) => kind === list.getAttribute("type")) ?? null,
    },
  }),
  addNodeView: null,
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
  addInputRules() {
    return [begun(LIST_NUMBER, this.type), begun(LIST_LETTER, this.type)];
  },
});

/** A list begins where its first number is typed, or goes on where the one before it stopped. */
function begun(find, type) {
  return wrappingInputRule({
    find,
    type,
    getAttributes: ([, typed]) => ({ start: numberOf(typed), type: kindOf(typed) }),
    joinPredicate: ([, typed], { childCount, attrs }) => attrs.type === kindOf(typed) && childCount + attrs.start === numberOf(typed),
  });
}

function kindOf(typed) {
  if (!/[a-z]/i.test(typed)) return null;
  const kind = typed.toLowerCase() === "i" ? "i" : "a";
  return typed === typed.toLowerCase() ? kind : kind.toUpperCase();
}

function numberOf(typed) {
  // An i alone is the Roman one.
  if (/[a-z]/i.test(typed)) return typed.toLowerCase() === "i" ? 1 : typed.toLowerCase().charCodeAt(0) - 96;
  return Number(typed.replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660)) || 1;
}

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

export function extensions(root) {
  return [
    Document, Paragraph, Text, Heading.configure({ levels: [2, 3] }), BulletList, Numbered, ListItem, Blockquote,
    LineBreak, Bold, Italic, Superscript, Subscript, Link, Typographic, ...tables(root.dataset.ofCaption), History, Dropcursor.configure({ color: false, class: "writing-drop" }), Gapcursor,
    Directed, photoNode(root),
  ];
}
