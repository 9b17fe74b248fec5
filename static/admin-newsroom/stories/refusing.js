// A save that was refused is shown where it stands: what is to be put right, with the way there; and what both have typed.
import { brought } from "../forms/given-back.js";
import { bring } from "./settling.js";

const OF_LINES = /^(bylines|attributions)-/;
// Rows are copied from the first, are counted anew by any save, and how many there may be is not of any.
const OF_NO_LINE = /__prefix__|-position$|-(MIN|MAX)_NUM_FORMS$/;

/** Whether it could be shown here. Lines that others have changed cannot. */
export function refuse(form, state, told, sent) {
  forget(form);
  if (told.form && !isOfTheSameLines(told.form, sent)) return false;
  if (told.form) takeOver(form, told.form, sent);
  if (told.both) document.querySelector(".story-form").insertAdjacentHTML("beforebegin", told.both);
  const place = state.querySelector(".story-told");
  place.replaceChildren(...[told.said].filter(Boolean), ...links(form, told.refused ?? []));
  return true;
}

/** What was said of the last save. */
export function forget(form) {
  for (const each of document.querySelectorAll(".moved-on, .errornote:not([data-refusal]), .errorlist, #story_form > div > .put-right")) each.remove();
  for (const field of form.querySelectorAll("[aria-invalid=true]")) field.removeAttribute("aria-invalid");
}

function isOfTheSameLines(theirs, sent) {
  const lines = (pairs) => JSON.stringify(pairs.filter(([name, value]) => OF_LINES.test(name) && !OF_NO_LINE.test(name) && value !== "").sort());
  return lines(Object.entries(theirs).map(([name, values]) => [name, values.at(-1) ?? ""])) === lines([...sent]);
}

/** All that others have saved meanwhile, where I have typed nothing; then what I send next is of their save. */
function takeOver(form, theirs, sent) {
  const fields = Object.entries(theirs).filter(([name]) => !OF_LINES.test(name) && !/^_|^version$/.test(name) && sent.has(name));
  const isAll = fields.map(([name, values]) => bring(form, [name, values.at(-1) ?? ""], sent)).every(Boolean);
  if (isAll) form.elements.version.value = theirs.version;
  brought();
}

function links(form, refused) {
  const list = Object.assign(document.createElement("ul"), { className: "put-right" });
  list.append(...refused.map(({ at, label, said }) => {
    const [line, link] = ["li", "a"].map((name) => document.createElement(name));
    Object.assign(link, { href: `#${at}`, textContent: label });
    document.getElementById(at)?.setAttribute("aria-invalid", "true");
    line.append(link, `: ${said.join(" ")}`);
    return line;
  }));
  return refused.length ? [list] : [];
}
