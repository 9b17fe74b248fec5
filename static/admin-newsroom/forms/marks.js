// Quotation marks as the language sets them, put where a straight one is typed. Backspace gives the straight one back.
const MARKS = {
  en: { '"': ["“", "”"], "'": ["‘", "’"] },
  // No mark of one stroke: what stands between two words is a letter of another language.
  ar: { '"': ["«", "»"] },
};
const OPENS_AFTER = /(^|[\s([{\u2013\u2014/“‘«‹])$/u;

/** The mark that is meant by a straight one, after the words before it, in a field of a language; null where it stays. */
export function markFor(straight, before, usual) {
  const language = usual.split("-")[0];
  const marks = MARKS[languageOf(before, MARKS[language] ? language : "en")][straight];
  if (!marks) return null;
  return OPENS_AFTER.test(before) ? marks[0] : marks[1];
}

// An English sentence in an Arabic text has English marks.
function languageOf(before, usual) {
  const usually = usual === "ar" ? "rtl" : "ltr";
  const runs = directionOf(before, usually);
  if (runs === usually) return usual;
  return runs === "rtl" ? "ar" : "en";
}

export function directionOf(text, usual) {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  const leftward = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.filter((sign) => /\p{L}/u.test(sign)).length ?? 0;
  if (leftward * 2 === all) return usual;
  return leftward * 2 > all ? "rtl" : "ltr";
}

/** Plain fields that have a language: the browser's own undo has the mark as one step. */
function setInPlainFields() {
  let placed = null;
  document.addEventListener("beforeinput", (event) => {
    const field = event.target;
    const last = placed;
    placed = null;
    if (!field.matches?.("textarea[lang], input[lang]") || event.isComposing) return;
    const at = field.selectionStart;
    if (event.inputType === "deleteContentBackward" && last?.field === field && last.at === at && field.selectionEnd === at) {
      event.preventDefault();
      field.setSelectionRange(at - 1, at);
      put(last.straight);
      return;
    }
    const mark = event.inputType === "insertText" && markFor(event.data, field.value.slice(0, at), field.lang);
    if (!mark) return;
    event.preventDefault();
    put(mark);
    placed = { field, at: field.selectionStart, straight: event.data };
  });
}

// The one way that leaves the field's own undo whole.
function put(text) {
  document.execCommand("insertText", false, text);
}

setInPlainFields();
