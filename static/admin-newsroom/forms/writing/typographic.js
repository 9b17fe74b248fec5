// Quotation marks of the language in the rich text. The editor's own Backspace takes an input rule back.
import { Extension, InputRule } from "../../../django_prose_editor/editor.js";
import { markFor } from "../marks.js";

export const Typographic = Extension.create({
  name: "typographic",
  addInputRules() {
    const { editor } = this;
    return [new InputRule({
      find: /["']$/,
      handler({ state, range, match }) {
        const $from = state.doc.resolve(range.from);
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\n");
        const mark = markFor(match[0], before, editor.view.dom.lang);
        if (!mark) return null;
        state.tr.insertText(mark, range.from, range.to);
        return undefined;
      },
    })];
  },
});
