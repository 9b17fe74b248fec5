// What is typed goes to the server, for whoever types it alone: two seconds after the first key that is not kept, at most.
const WAITS = 1500;
const TOO_LONG = 15_000;
const SOONEST = 2000;
const LATEST = 30_000;
// What a browser sends of a page that is left.
const MOST_ON_LEAVING = 60_000;

const form = document.getElementById("story_form");
const state = form?.querySelector(".story-state");
const words = state?.dataset;
const part = (selector) => state.querySelector(selector);
const mark = (name) => part(`[name=_${name}]`);
const tab = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

let turn = 0;
let since = null;
let timer = null;
let isSending = false;
let isHeld = false;
let failures = 0;
let kind = "";

const time = (moment) => new Intl.DateTimeFormat("en-GB", {
  timeZone: words.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23",
}).format(moment);

/** What is said stands always in one place. Read out is what becomes otherwise, and not each minute that goes by. */
function say(what, said) {
  const line = part(".is-kept");
  line.ariaLive = what === "kept" && kind !== "lost" && kind !== "refused" ? "off" : "polite";
  [line.textContent, line.dataset.is] = [said, what];
  kind = what;
}

export function fields() {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !/^_|^csrf/.test(name));
}

function typed() {
  since ??= Date.now();
  later(WAITS);
}

function later(after) {
  if (timer === null && !isSending && !isHeld) timer = setTimeout(send, after);
}

function sooner(after) {
  clearTimeout(timer);
  timer = null;
  later(after);
}

function told() {
  const { family, version } = form.elements;
  const story = words.story ? Number(words.story) : null;
  return JSON.stringify({
    by: Number(words.by), story, family: story ? "" : family.value, version: Number(version?.value || 0),
    tab, turn, seen: mark("seen").value, fields: fields(),
  });
}

function post(body, more = {}) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  return fetch(words.keepsAt, { method: "POST", body, headers, redirect: "error", ...more });
}

async function send() {
  timer = null;
  if (since === null) return;
  const begun = since;
  [since, isSending] = [null, true];
  turn += 1;
  mark("turn").value = turn;
  const answer = await post(told(), { signal: AbortSignal.timeout(TOO_LONG) }).catch(() => null);
  isSending = false;
  if (answer?.ok) {
    kept(new Date((await answer.json()).at));
    return;
  }
  since = begun;
  await notKept(answer);
}

function kept(at) {
  failures = 0;
  // What was shown is this page's own by now.
  mark("seen").value = "";
  if (!isHeld) say("kept", words.kept.replace("{time}", time(at)));
  if (since !== null) later(WAITS);
}

async function notKept(answer) {
  const isJson = answer?.headers.get("Content-Type")?.startsWith("application/json");
  const { said } = isJson ? await answer.json().catch(() => ({})) : {};
  if (answer?.status === 429) {
    later(WAITS);
    return;
  }
  const lost = words.lost.replace("{time}", time(since));
  if (answer?.status === 409) offer();
  if (answer?.status === 403 && !said) renew();
  say(said ? "refused" : "lost", [lost, said ?? (answer?.status === 403 ? words.logIn : "")].filter(Boolean).join(". "));
  later(Math.min(SOONEST * 2 ** failures, LATEST));
  failures += 1;
}

/** This page as the server would send it now; null where it asks for a login. */
async function page() {
  const answer = await fetch(location.pathname, { redirect: "error" }).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

/** What another window keeps, to be taken back or let go. */
async function offer() {
  if (document.querySelector("[data-offer]")) return;
  const found = (await page())?.querySelectorAll("[data-offer]") ?? [];
  form.parentElement.before(...found);
}

/** After a login in another window, by the same person, this one goes on. */
async function renew() {
  const fresh = await page();
  if (fresh?.querySelector(".story-state")?.dataset.by !== words.by) return;
  const { value } = fresh.querySelector("#story_form [name=csrfmiddlewaretoken]");
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = value;
  sooner(0);
}

/** What is offered is what stands on the screen: the browser has given it back, and nothing is to be decided. */
function adopt() {
  const section = document.querySelector("[data-offer]");
  const theirs = section?.querySelector("script[type='application/json']");
  if (!theirs || theirs.textContent.length > 2_000_000) return;
  const plain = (pairs) => JSON.stringify(pairs.filter(([name]) => name !== "version").sort());
  if (plain(JSON.parse(theirs.textContent)) !== plain(fields())) return;
  mark("seen").value = section.dataset.offer;
  if (form.elements.version) form.elements.version.value = section.dataset.version;
  section.remove();
}

async function letGo(event) {
  const section = event.target.closest("[data-offer]");
  if (!section) {
    // What was taken back, and typed on with: all of it goes, and the page with it.
    if (!mark("seen").value) event.target.elements._seen.value = `${tab}:${turn}`;
    [since, isHeld] = [null, true];
    form.dispatchEvent(new Event("form:leaving"));
    return;
  }
  event.preventDefault();
  const headers = { Accept: "application/json" };
  const answer = await fetch(event.target.action, { method: "POST", body: new FormData(event.target), headers, redirect: "error" }).catch(() => null);
  if (!answer?.ok) {
    HTMLFormElement.prototype.submit.call(event.target);
    return;
  }
  section.remove();
  if (since !== null) sooner(0);
}

/** A short text goes once the page is gone. A long one a browser would not send then: it goes just before, while somebody is
    asked whether to leave, and the next page is awaited. */
function leave({ type }) {
  if (since === null || isHeld) return;
  turn += 1;
  mark("turn").value = turn;
  const body = told();
  const isShort = new Blob([body]).size < MOST_ON_LEAVING;
  if (isShort === (type === "pagehide")) post(body, { keepalive: isShort }).catch(() => {});
}

if (state) {
  mark("tab").value = tab;
  mark("turn").value = turn;
  form.addEventListener("input", typed);
  document.addEventListener("formset:removed", typed);
  form.addEventListener("form:given-back", () => { adopt(); typed(); });
  form.addEventListener("form:sent", () => {
    clearTimeout(timer);
    [timer, since, isHeld] = [null, null, true];
  });
  const goOn = (isSaved) => {
    isHeld = false;
    if (isSaved && since === null) say("", "");
    else typed();
  };
  form.addEventListener("form:saved", () => goOn(true));
  form.addEventListener("form:unsaved", () => goOn(false));
  // What is on its way out with the form need not be kept; if it does not get there, it is again.
  form.addEventListener("submit", ({ defaultPrevented }) => {
    if (defaultPrevented) return;
    clearTimeout(timer);
    [timer, isHeld] = [null, true];
    setTimeout(() => { isHeld = false; if (since !== null) later(0); }, 5000);
  });
  document.addEventListener("submit", (event) => { if (event.target.closest(".let-go")) letGo(event); });
  for (const name of ["beforeunload", "pagehide"]) addEventListener(name, leave);
  addEventListener("online", () => { if (since !== null) sooner(0); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && since !== null) sooner(0); });
}
