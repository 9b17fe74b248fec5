// A table in the text: a caption, a head row, cells of one line. Kept as <table>, edited inside a frame that holds the
// caption too, since a table's own children are rows alone.
import { Node, Table, TableCell, TableHeader, TableRow } from "../../../django_prose_editor/editor.js";

const MOST_COLUMNS = 12;
const MOST_ROWS = 200;
const ONE = { default: 1, rendered: false, parseHTML: () => 1 };

// No merged cell, no width, no block in a cell.
const cellOf = (Cell, tag) => Cell.extend({
  content: "text*",
  addAttributes: () => ({ colspan: ONE, rowspan: ONE, colwidth: { default: null, rendered: false, parseHTML: () => null } }),
  parseHTML: () => [{ tag }],
});

const Rows = Table.extend({
  group: "",
  addNodeView: null,
  parseHTML: () => [{ tag: "table[data-rows]", priority: 70 }],
  renderHTML: () => ["table", { "data-rows": "" }, ["tbody", 0]],
  addKeyboardShortcuts() {
    const { editor } = this;
    const inTable = (command) => () => editor.isActive("table") && (DOES[command].may(editor) ? DOES[command].run(editor.chain()).run() : true);
    const sideways = (key) => inTable((key === "ArrowLeft") === (getComputedStyle(editor.view.dom).direction === "rtl") ? "columnAfter" : "columnBefore");
    return {
      ...this.parent?.(),
      Tab: () => {
        if (!editor.isActive("table")) return false;
        if (editor.commands.goToNextCell()) return true;
        if (!DOES.rowAfter.may(editor)) return false;
        return editor.chain().addRowAfter().goToNextCell().run();
      },
      Enter: () => editor.isActive("table") && below(editor),
      "Shift-Enter": () => editor.isActive("table"),
      "Ctrl-Alt-ArrowDown": inTable("rowAfter"),
      "Ctrl-Alt-ArrowUp": inTable("rowBefore"),
      "Ctrl-Alt-ArrowRight": () => sideways("ArrowRight")(),
      "Ctrl-Alt-ArrowLeft": () => sideways("ArrowLeft")(),
      "Ctrl-Alt-Backspace": inTable("deleteRow"),
      "Ctrl-Alt-Shift-Backspace": inTable("deleteColumn"),
    };
  },
});

const Caption = Node.create({
  name: "tableCaption",
  content: "text*",
  isolating: true,
  parseHTML: () => [{ tag: "p[data-caption]", priority: 70 }],
  addOptions: () => ({ empty: "" }),
  renderHTML() {
    return ["p", { "data-caption": "", "data-empty": this.options.empty }, 0];
  },
  addKeyboardShortcuts() {
    // From the caption into the first cell.
    return { Enter: ({ editor }) => editor.isActive("tableCaption") && editor.commands.setTextSelection(editor.state.selection.$from.after() + 3) };
  },
});

const Frame = Node.create({
  name: "tableFrame",
  group: "block",
  content: "tableCaption table",
  isolating: true,
  defining: true,
  // As it is kept, and as it is copied from an editor.
  parseHTML: () => [{ tag: "table:not([data-rows])", priority: 65, contentElement: framed }, { tag: "div.writing-table" }],
  renderHTML: () => ["div", { class: "writing-table" }, 0],
});

/** `empty`: what stands in a caption that nobody has written yet. */
export const tables = (empty) => [
  Frame, Caption.configure({ empty }), Rows, TableRow, cellOf(TableCell, "td"), cellOf(TableHeader, "th"),
];

/** The caption and the rows of a table side by side, as the frame holds them. */
function framed(table) {
  const frame = document.createElement("div");
  const caption = document.createElement("p");
  const rows = table.cloneNode(true);
  caption.dataset.caption = "";
  rows.dataset.rows = "";
  for (const each of rows.querySelectorAll("caption")) {
    caption.append(...each.childNodes);
    each.remove();
  }
  frame.append(caption, rows);
  return frame;
}

/** The frames of an edited text as the tables that the form sends. */
export function unframed(content) {
  for (const frame of content.querySelectorAll(".writing-table")) {
    const [words, table] = frame.children;
    const [first, ...rest] = table.rows;
    delete table.dataset.rows;
    if (rest.length && [...first.cells].every((cell) => cell.localName === "th")) table.createTHead().append(first);
    if (words.textContent.trim()) {
      const caption = document.createElement("caption");
      caption.append(...words.childNodes);
      table.prepend(caption);
    }
    frame.replaceWith(table);
  }
}

function grown(editor) {
  const { table } = cellAt(editor.state.selection) ?? {};
  return { rows: table?.childCount, columns: table?.firstChild.childCount, head: table?.firstChild.firstChild.type.name };
}

const inside = (editor) => editor.isActive("table");
const mayGrow = { rows: (editor) => inside(editor) && grown(editor).rows < MOST_ROWS, columns: (editor) => inside(editor) && grown(editor).columns < MOST_COLUMNS };

/** What the toolbar of tables and its keys do. */
export const DOES = {
  rowBefore: { run: (chain) => chain.addRowBefore(), may: (editor) => mayGrow.rows(editor) && !editor.isActive("tableHeader") },
  rowAfter: { run: (chain) => chain.addRowAfter(), may: mayGrow.rows },
  columnBefore: { run: (chain) => chain.addColumnBefore(), may: mayGrow.columns },
  columnAfter: { run: (chain) => chain.addColumnAfter(), may: mayGrow.columns },
  deleteRow: { run: (chain) => staying(chain, "deleteRow"), may: (editor) => inside(editor) && grown(editor).rows > 1 },
  deleteColumn: { run: (chain) => staying(chain, "deleteColumn"), may: (editor) => inside(editor) && grown(editor).columns > 1 },
  headRow: { run: (chain) => chain.toggleHeaderRow(), may: inside, isOn: (editor) => grown(editor).head === "tableHeader" },
  deleteTable: { run: (chain) => chain.command(removed), may: (editor) => editor.isActive("tableFrame") },
};

/** A new table of three columns and a head row, under the paragraph in which the cursor stands, the cursor in its first cell. */
export function insertTable(editor) {
  const { schema, selection } = editor.state;
  if (editor.isActive("tableFrame")) return false;
  const row = (cell) => schema.nodes.tableRow.create(null, [0, 1, 2].map(() => schema.nodes[cell].create()));
  const rows = schema.nodes.table.create(null, [row("tableHeader"), row("tableCell"), row("tableCell")]);
  const frame = schema.nodes.tableFrame.create(null, [schema.nodes.tableCaption.create(), rows]);
  const under = selection.$from.after(1);
  return editor.chain().insertContentAt(under, frame.toJSON()).setTextSelection(under + 6).scrollIntoView().run();
}

function removed({ state, tr, dispatch }) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== "tableFrame") continue;
    if (dispatch) tr.delete($from.before(depth), $from.after(depth)).scrollIntoView();
    return true;
  }
  return false;
}

/** Where the cursor is: its table, the table's place, and the row and the column. */
function cellAt({ $from }) {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if ($from.node(depth).type.name !== "table") continue;
    return { table: $from.node(depth), start: $from.start(depth), row: $from.index(depth), column: $from.index(depth + 1) };
  }
  return null;
}

/** The place in the text after a cell's last letter. */
function placeOf({ table, start }, row, column) {
  const [to, over] = [Math.min(row, table.childCount - 1), Math.min(column, table.firstChild.childCount - 1)];
  let at = start;
  for (let index = 0; index < to; index += 1) at += table.child(index).nodeSize;
  for (let index = 0; index < over; index += 1) at += table.child(to).child(index).nodeSize;
  return at + 2 + table.child(to).child(over).content.size;
}

/** The cursor stays in its row and column, as far as there is one. */
function staying(chain, command) {
  let stood = null;
  return chain
    .command(({ state }) => { stood = cellAt(state.selection); return true; })[command]()
    .command(({ tr, commands }) => commands.setTextSelection(placeOf({ table: tr.doc.nodeAt(stood.start - 1), start: stood.start }, stood.row, stood.column)));
}

/** Enter goes down a column, and adds a row under the last. */
function below(editor) {
  const stood = cellAt(editor.state.selection);
  if (stood.row === stood.table.childCount - 1) {
    if (!DOES.rowAfter.may(editor)) return true;
    editor.chain().addRowAfter().run();
  }
  const now = cellAt(editor.state.selection);
  return editor.chain().setTextSelection(placeOf(now, stood.row + 1, stood.column)).scrollIntoView().run();
}
