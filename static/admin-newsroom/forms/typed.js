// What was typed is not lost by a click: leaving asks first, and a second press of Save is not sent. And what is on the screen
// is said not to be saved where it is not, however it came there.
const form = document.getElementById("story_form");
// Not the searches that a script lays over a field, which have no name, nor the row that new ones are copied from.
const SHOWN = ":is(input:not([type=hidden], [name$=-position]), textarea, select)[name]:not([name*=__prefix__])";

/** Whether a field holds something else than the page that was sent. */
function isOther(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  if (!field.options.length) return false;
  const set = [...field.options].findLastIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(set, 0);
}

if (form) {
  const mark = form.querySelector(".not-saved");
  const saved = form.querySelector(".is-saved");
  let isTyped = false;
  let isSent = false;
  let hasTypedSince = false;

  const tell = () => {
    if (mark) mark.hidden = !isTyped;
    if (saved) saved.hidden = isTyped;
  };
  const typed = () => {
    // With the entry of this page, which lives as long as what the browser may give back: on which save it was typed.
    const { version } = form.elements;
    if (!isTyped && version) history.replaceState({ ...history.state, version: version.value }, "");
    [isTyped, hasTypedSince] = [true, true];
    tell();
  };
  const givenBack = () => {
    const [{ version }, { version: began }] = [form.elements, history.state ?? {}];
    // Over a newer save it is joined, or asked, as two people's are.
    if (version && began && Number(began) < Number(version.value)) version.value = began;
    typed();
    form.dispatchEvent(new Event("form:given-back"));
  };

  for (const field of form.querySelectorAll("[type=hidden]")) field.autocomplete = "off";
  if (form.querySelector(".errornote:not([hidden])") || document.querySelector("[data-taken]")) typed();
  form.addEventListener("input", typed);
  document.addEventListener("formset:removed", typed);
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
    // An answer that never comes must not leave the button dead.
    setTimeout(() => { isSent = false; }, 5000);
  });
  form.addEventListener("form:leaving", () => { isSent = true; });
  form.addEventListener("form:sent", () => { hasTypedSince = false; });
  form.addEventListener("form:saved", () => {
    isTyped = hasTypedSince;
    tell();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    isSent = false;
    if (!persisted && !isTyped && [...form.querySelectorAll(SHOWN)].some(isOther)) givenBack();
  });
  window.addEventListener("beforeunload", (event) => {
    if (isTyped && !isSent) event.preventDefault();
  });
}
