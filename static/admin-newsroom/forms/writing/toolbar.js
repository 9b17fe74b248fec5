// The toolbar: one stop of the Tab key, arrows within it, Alt+F10 from the text to it and Escape back.
import { insertPhoto } from "./photo.js";
import { askForLink } from "./link.js";
import { plainText } from "./count.js";
import { DOES as OF_TABLES, insertTable } from "./tables.js";

const DOES = {
  paragraph: { run: (chain) => chain.setParagraph(), isOn: (editor) => editor.isActive("paragraph") },
  heading2: { run: (chain) => chain.toggleHeading({ level: 2 }), isOn: (editor) => editor.isActive("heading", { level: 2 }) },
  heading3: { run: (chain) => chain.toggleHeading({ level: 3 }), isOn: (editor) => editor.isActive("heading", { level: 3 }) },
  bold: { run: (chain) => chain.toggleBold(), isOn: (editor) => editor.isActive("bold") },
  italic: { run: (chain) => chain.toggleItalic(), isOn: (editor) => editor.isActive("italic") },
  bullets: { run: (chain) => chain.toggleBulletList(), isOn: (editor) => editor.isActive("bulletList") },
  numbers: { run: (chain) => chain.toggleOrderedList(), isOn: (editor) => editor.isActive("orderedList") },
  quote: { run: (chain) => chain.toggleBlockquote(), isOn: (editor) => editor.isActive("blockquote") },
  undo: { run: (chain) => chain.undo(), may: (editor) => editor.can().undo() },
  redo: { run: (chain) => chain.redo(), may: (editor) => editor.can().redo() },
  superscript: { run: (chain) => chain.unsetSubscript().toggleSuperscript(), isOn: (editor) => editor.isActive("superscript") },
  subscript: { run: (chain) => chain.unsetSuperscript().toggleSubscript(), isOn: (editor) => editor.isActive("subscript") },
  ...OF_TABLES,
};
const ASKS = {
  link: { ask: askForLink, isOn: (editor) => editor.isActive("link") },
  photo: { ask: (root, editor, button) => insertPhoto(editor, button) },
  table: { ask: (root, editor) => putTable(editor), may: (editor) => !editor.isActive("tableFrame") },
  attribute: { ask: attribute },
};
const KEYS = { k: ["link", false], p: ["photo", true], a: ["attribute", true] };

export function standToolbar(root, editor) {
  const [bar, ofTables] = root.querySelectorAll(".writing-bar");
  const buttons = standBar(root, bar, editor);
  standBar(root, ofTables, editor);
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "F10") {
      event.preventDefault();
      buttons.find((button) => button.tabIndex === 0).focus();
    }
    const [does, withAlt] = KEYS[letter(event)] ?? [];
    const button = does && (event.ctrlKey || event.metaKey) && event.altKey === withAlt && buttons.find((each) => each.dataset.does === does);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  const show = () => { ofTables.hidden = !editor.isActive("tableFrame"); };
  editor.on("transaction", show);
  show();
}

function putTable(editor) {
  editor.view.focus();
  return insertTable(editor);
}

function standBar(root, bar, editor) {
  const buttons = [...bar.querySelectorAll("[data-does]")];
  const press = (button) => {
    const { run, ask } = DOES[button.dataset.does] ?? ASKS[button.dataset.does];
    if (button.getAttribute("aria-disabled") === "true") return undefined;
    if (!run) return ask(root, editor, button);
    // At once: TipTap's own takes the focus in the next frame, and a letter typed before it would be lost.
    editor.view.focus();
    return run(editor.chain()).scrollIntoView().run();
  };
  const show = () => {
    for (const button of buttons) {
      const { isOn, may } = DOES[button.dataset.does] ?? ASKS[button.dataset.does];
      if (isOn) button.setAttribute("aria-pressed", String(isOn(editor)));
      if (may) button.setAttribute("aria-disabled", String(!may(editor)));
    }
  };
  for (const button of buttons) {
    // The selection stays in the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => press(button));
  }
  rove(bar, buttons, editor);
  editor.on("transaction", show);
  show();
  return buttons;
}

// By its place: an Arabic keyboard has other letters on the same keys, and Alt gives others again.
function letter(event) {
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();
}

function rove(bar, buttons, editor) {
  const reach = (button) => {
    for (const each of buttons) each.tabIndex = each === button ? 0 : -1;
    button.focus();
  };
  buttons.forEach((button, index) => { button.tabIndex = index === 0 ? 0 : -1; });
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const forward = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") editor.view.focus();
    if (to === undefined) return;
    event.preventDefault();
    reach(buttons[(to + buttons.length) % buttons.length]);
  });
}

/** Tells the form which words were chosen, if any, and for which time they stand in the text. */
function attribute(root, editor) {
  const { doc, selection: { from, to } } = editor.state;
  const words = doc.textBetween(from, to, " ").trim();
  const before = plainText(doc, from);
  const occurrence = words ? before.split(words).length : 0;
  root.querySelector("textarea").dispatchEvent(new CustomEvent("writing:attribute", { bubbles: true, detail: { words, occurrence } }));
}
