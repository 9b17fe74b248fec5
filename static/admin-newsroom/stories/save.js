// A save in place: the form goes as it always does, and what comes back changes where it stands. Caret, scroll and undo stay.
import { brought } from "../forms/given-back.js";
import { forget, refuse } from "./refusing.js";
import { settle } from "./settling.js";

const form = document.getElementById("story_form");
const state = form?.querySelector(".story-state");
const button = form?.querySelector("[name=_continue]");
const WAITS = 60_000;
let isSaving = false;
let isAskedAgain = false;
let isComposing = false;

const happened = (name) => form.dispatchEvent(new Event(name));
const say = (words) => { state.querySelector(".story-told").textContent = words; };

async function save() {
  commit();
  isSaving = true;
  happened("form:sent");
  state.dataset.is = "saving";
  say("");
  // What was done before is no news any more.
  document.querySelector(".messagelist")?.remove();
  const sent = new FormData(form, button);
  try {
    await take(await send(sent), sent);
  } catch {
    say(state.dataset.unheard);
    happened("form:unsaved");
  }
  isSaving = false;
  if (isAskedAgain && !state.querySelector(".not-saved").hidden) form.requestSubmit(button);
  isAskedAgain = false;
}

/** What a composing keyboard has not yet given belongs to the field. */
function commit() {
  if (!isComposing) return;
  const field = document.activeElement;
  field?.blur();
  field?.focus({ preventScroll: true });
}

function send(body) {
  const headers = { Accept: "application/json" };
  return fetch(form.action, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(WAITS) });
}

async function take(answer, sent) {
  if (answer.status >= 500) throw new Error(answer.status);
  const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
  // A page that asks for a login takes along what was typed.
  if (!isOurs) return leave();
  const told = await answer.json();
  if (told.login) return leave();
  if (!told.is_saved) {
    happened("form:unsaved");
    return refuse(form, state, told, sent) || leave();
  }
  happened("form:saved");
  state.dataset.is = "saved";
  forget(form);
  const isOnScreen = settle(form, state, told, sent);
  brought();
  return isOnScreen || !state.querySelector(".not-saved").hidden || go(told.address);
}

/** Send the form as it would go without us. */
function leave() {
  happened("form:leaving");
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "_continue", value: "1" }));
  HTMLFormElement.prototype.submit.call(form);
}

/** What a colleague has changed cannot be drawn here: the page shows it, loaded anew. */
function go(address) {
  happened("form:leaving");
  location.assign(address);
}

if (state && button) {
  form.addEventListener("submit", (event) => {
    if (event.submitter !== button) return;
    event.preventDefault();
    // Nothing else of this page is told of it: nothing leaves.
    event.stopImmediatePropagation();
    if (isSaving) isAskedAgain = true;
    else save();
  });
  // The caret stays where it is.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("compositionstart", () => { isComposing = true; });
  form.addEventListener("compositionend", () => { isComposing = false; });
}
