// The ledger: a row for each statement, in the order of the text. What is owned is a row of the form; what nobody owns yet is a
// line with those who might.
import { whenGivenBack } from "../../forms/given-back.js";
import { fieldOf, tellWhere } from "./above.js";
import { lightsOf } from "./lights.js";
import { OpenLine, waivedLine } from "./open-line.js";
import { arrange, asEntered, give, holdStill, isUsed, lineOf, part, rowOf, rows, tell } from "./rows.js";
import { furtherOwners } from "./further.js";
import { listen as listenToAbove } from "./as-above.js";
import { proposeCapacity } from "./capacity.js";
import { Siblings, fill, tie } from "./siblings.js";
import { tellChanged } from "./changed.js";
import { listen as listenToKeys } from "./keys.js";
import { listen as listenToSheet, openSheet } from "./sheet.js";
import { forgetSaid } from "./telling.js";
import { listen as listenToTitles } from "./titles.js";

const section = document.querySelector(".ledger");
const group = document.getElementById("attributions-group");
const body = document.getElementById("id_body");
const WAITS = 700;

let lines = [];
let waived = [];
let lights = null;
let siblings = null;
let waiting = null;
let turn = 0;

const isQuoted = (words) => /^[“«„"‹]|[”»"›]$/.test(words);
const bare = (words) => words.replace(/^[“«„"‹\s]+|[”»"›\s]+$/g, "");

/** A row of the form for chosen words. */
function add({ words, occurrence }) {
  group.querySelector(".add-row a").click();
  const row = document.getElementById(`attributions-${body.form.elements["attributions-TOTAL_FORMS"].value - 1}`);
  const quoted = isQuoted(words) || lines.some((line) => line.words === bare(words));
  part(row, "words").value = bare(words);
  part(row, "occurrence").value = occurrence;
  part(row, "kind").value = quoted ? "quotation" : "paraphrase";
  return row;
}

/** Words that were selected in the text: the chooser of sources is what is filled next. */
function attribute(chosen) {
  openSheet(section);
  const open = lines.find((line) => line.words === bare(chosen.words) && line.occurrence === chosen.occurrence);
  if (!chosen.words) return goTo(asking()[0]);
  const said = siblings.taken();
  if (said) return carry(chosen, said, open);
  if (open) return open.focus();
  const row = add(chosen);
  // Beside the text it comes into view there, and the text stays where it is read.
  row.scrollIntoView({ block: "nearest" });
  (row.querySelector(".field-source [role=combobox]") ?? part(row, "source")).focus({ preventScroll: true });
  changed(row);
  return undefined;
}

/** Chosen words are those of a statement of the other edition, and of its owners. One passage may hold several of them. */
function carry(chosen, statement, open) {
  const owners = statement.owners.filter(({ id }) => id);
  const known = rows(group).find((row) => isUsed(row) && isAlike(row, chosen));
  if (known) share(known, owners);
  const row = known ?? (open && owners.length ? take(open, owners) : add(chosen));
  if (!known && !open && owners.length) give(row, owners);
  tie(row, statement);
  if (!known) fill(row, statement);
  tell(row);
  changed(row);
  row.querySelector(".said").open = !owners.length;
  // Who is protected there is somebody else's row here: a person says whose.
  (owners.length ? row.querySelector("summary") : row.querySelector(".field-source [role=combobox]") ?? part(row, "source")).focus();
  row.scrollIntoView({ block: "nearest" });
}

const isAlike = (row, { words, occurrence }) => part(row, "words").value.trim() === bare(words) && Number(part(row, "occurrence").value) === occurrence;

/** A row gets the owners that it has not yet. */
function share(row, owners) {
  const further = part(row, "further");
  const has = [part(row, "source").value, ...[...further.value.matchAll(/^\s*#(\d+)/gm)].map(([, key]) => key)];
  further.value = [further.value, ...owners.filter(({ id }) => !has.includes(String(id))).map(lineOf)].filter(Boolean).join("\n");
  further.dispatchEvent(new Event("change", { bubbles: true }));
}

const changed = (row) => part(row, "words").dispatchEvent(new Event("input", { bubbles: true }));

/** An open line is owned: by those who were proposed, or by one who was looked for. */
function take(line, owners) {
  const row = add({ words: `“${line.words}”`, occurrence: line.occurrence });
  give(row, owners);
  row.querySelector(".said").open = false;
  line.element.replaceWith(row);
  lines = lines.filter((each) => each !== line);
  changed(row);
  goOn(row);
  return row;
}

/** The rows that ask whose their words are, in the order of the text. */
const asking = () => [...group.querySelectorAll(".open-line:not(.is-waived), .inline-related.is-changed")];

function goTo(element) {
  const first = [".changed-words button", "[data-proposals] button", "[role=combobox]"];
  first.map((each) => element?.querySelector(each)).find(Boolean)?.focus();
  element?.scrollIntoView({ block: "nearest" });
}

/** To the next row that asks; where none does any more, this one has the focus. */
function goOn(row) {
  const others = asking().filter((each) => each !== row);
  const next = others.find((each) => each.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING) ?? others[0];
  if (next) goTo(next);
  else row.querySelector("summary").focus();
}

function later(after = WAITS) {
  clearTimeout(waiting);
  waiting = setTimeout(() => (isChoosing() ? later() : check()), after);
}

// What is told takes room or gives it back: not under an open list of sources.
const isChoosing = () => document.querySelector("[role=combobox][aria-expanded=true]") !== null;

async function check() {
  // The whole form: what stands in its way is judged as it is when the form is saved.
  const asked = new URLSearchParams([...new FormData(body.form)].filter(([, value]) => typeof value === "string"));
  asked.append("language", body.lang);
  asked.append("of", body.form.querySelector(".story-state")?.dataset.story ?? "");
  const checked = rows(group).filter(isUsed);
  for (const row of checked) {
    asked.append("row", row.id);
    asked.append("words", part(row, "words").value);
    for (const name of ["occurrence", "source", "further"]) asked.append(name, part(row, name).value);
  }
  const now = (turn += 1);
  // Without a connection nothing is said: the list before publication says it again.
  const answer = await fetch(section.dataset.ledger, { method: "POST", body: asked, redirect: "error" }).catch(() => null);
  const told = answer?.ok ? await answer.json().catch(() => null) : null;
  if (!told || now !== turn) return;
  if (isChoosing()) later();
  else show(checked, told);
  if (told.findings !== undefined) standInTheWay(told.findings);
}

/** As the gate has it now. Where nothing has changed nothing is drawn: a link may have the focus. */
function standInTheWay(findings) {
  const place = document.querySelector("[data-findings]");
  if (place && place.innerHTML.trim() !== findings.trim()) place.innerHTML = findings;
}

function show(checked, told) {
  checked.forEach((row, index) => {
    row.querySelector(".stands").dataset.found = String(told.found[index]);
  });
  section.querySelector("[data-head]").textContent = told.head;
  siblings.show(told.siblings);
  lines = told.unowned.map((asked) => {
    const quotation = { ...asked, proposals: siblings.proposalsFor(asked) };
    const known = lines.find((line) => line.words === quotation.words && line.occurrence === quotation.occurrence);
    return known?.tell(quotation) ?? new OpenLine(section, quotation, { take, lang: body.lang, dir: body.dir });
  });
  waived = told.waived.map((quotation) => {
    const known = waived.find((line) => line.words === quotation.words && line.occurrence === quotation.occurrence);
    return known ?? waivedLine(section, quotation, body);
  });
  told.unowned.forEach((quotation, at) => tellWhere(lines[at].element, quotation));
  told.waived.forEach((quotation, at) => tellWhere(waived[at].element, quotation));
  const those = { row: checked, open: lines.map((line) => line.element), waived: waived.map((line) => line.element) };
  const standing = told.order.map(([what, place]) => those[what][place]);
  arrange(group, standing, [...lines, ...waived]);
  told.order.forEach(([what, row], at) => {
    if (what === "row") tellChanged(section, checked[row], told.changed[row], { place: told.places[at], goOn, language: body.lang });
  });
  const how = ([what, place]) => (what === "row" ? (told.changed[place] ? "changed" : "owned") : what);
  const lit = told.places.map((place, at) => ({ place, field: fieldOf(place), element: standing[at], is: how(told.order[at]) }));
  lights?.show(lit.map((each) => (each.is === "waived" ? { ...each, place: null } : each)));
}

/** The row to which an address or a finding leads stands open. */
function openTargeted() {
  const row = document.getElementById(location.hash.slice(1))?.closest("#attributions-group .inline-related");
  if (row) row.querySelector(".said").open = true;
}

/** Up and down go from row to row; Escape leads back to the text, to where one was. */
function walk(event) {
  const here = rowOf(event.target);
  if (!here || event.ctrlKey || event.metaKey || event.isComposing) return;
  const isAtRow = event.target.matches(".said > summary, .open-line button, .changed-words button");
  if (event.key === "Escape" && !event.defaultPrevented) document.querySelector("[data-writing]")?.editor?.view.focus();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && isAtRow && !event.altKey) {
    const all = [...group.querySelectorAll(".inline-related:not(.empty-form, [hidden]), .open-line")];
    const next = all[all.indexOf(here) + step];
    event.preventDefault();
    (next?.querySelector(".changed-words button") ?? next?.querySelector(":scope > .said > summary") ?? next?.querySelector("button, input"))?.focus();
  }
}

function listen() {
  document.addEventListener("writing:attribute", (event) => attribute(event.detail));
  group.addEventListener("click", () => later());
  // It does not bubble.
  group.addEventListener("toggle", ({ target }) => {
    const row = target.closest(".inline-related");
    if (target.matches(".said") && part(row, "words")) tell(row);
  }, true);
  // The next open one has the focus, once this one is none.
  group.addEventListener("ledger:waived", async ({ target }) => {
    const hadFocus = target.contains(document.activeElement);
    const at = lines.findIndex((line) => line.element === target);
    await check();
    if (hadFocus) (lines[Math.max(at, 0)] ?? lines[0] ?? { focus: () => document.querySelector("[data-writing]")?.editor?.view.focus() }).focus();
  });
  group.addEventListener("keydown", walk);
  listenToKeys(section, group);
  listenToAbove(section, group);
  listenToSheet(section);
  listenToTitles(section, group, () => body.lang);
  forgetSaid(group);
  // Django counts rows anew by their order in the page, and those that are saved come first in it.
  group.addEventListener("click", ({ target }) => { if (target.closest(".inline-deletelink")) asEntered(group); }, true);
  addEventListener("hashchange", openTargeted);
  body.form.addEventListener("input", () => later());
  document.addEventListener("fields:brought", () => later());
  group.addEventListener("change", ({ target }) => proposeCapacity(section, target, body.lang));
  group.addEventListener("input", ({ target }) => target.classList.remove("is-proposed"));
  document.addEventListener("formset:added", ({ target }) => furtherOwners(target));
}

if (section && group && body) {
  lights = lightsOf(group);
  for (const element of [section, group]) holdStill(element);
  siblings = new Siblings(section, body.dir || "auto", check);
  listen();
  openTargeted();
  for (const row of rows(group)) furtherOwners(row);
  whenGivenBack(() => rows(group).filter((row) => part(row, "words")).forEach(tell));
  check();
}
