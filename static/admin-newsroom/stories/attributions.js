// Who says so: a row from chosen words, and of each row and each quotation whether they belong together.
import { whenGivenBack } from "../forms/given-back.js";

const section = document.querySelector(".unowned");
const group = document.getElementById("attributions-group");
const body = document.getElementById("id_body");

const rows = () => [...(group?.querySelectorAll(".inline-related:not(.empty-form, [hidden])") ?? [])];
const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
const isQuoted = (words) => /^[“«„"‹]|[”»"›]$/.test(words);

function attribute({ words, occurrence }) {
  const bare = words.replace(/^[“«„"‹\s]+|[”»"›\s]+$/g, "");
  group.querySelector(".add-row a").click();
  const row = rows().at(-1);
  const quoted = isQuoted(words) || [...section.querySelectorAll("q")].some((each) => each.textContent === bare);
  part(row, "words").value = bare;
  part(row, "occurrence").value = occurrence;
  part(row, "kind").value = quoted ? "quotation" : "paraphrase";
  // Beside the text it comes into view there, and the text stays where it is read.
  row.scrollIntoView({ block: "nearest" });
  // The chooser of sources is what is filled next.
  (row.querySelector(".field-source [role=combobox]") ?? part(row, "source")).focus({ preventScroll: true });
  part(row, "words").dispatchEvent(new Event("input", { bubbles: true }));
}

/** What a closed row says of itself, as its form has it now. */
function tell(row) {
  const words = row.querySelector(".said-words");
  words.textContent = part(row, "words").value;
  words.dataset.kind = part(row, "kind").value;
  for (const said of row.querySelectorAll("[data-of]")) {
    said.textContent = part(row, said.dataset.of).selectedOptions[0]?.textContent.trim() ?? "";
  }
}

/** The row to which an address or a finding leads stands open. */
function openTargeted() {
  const row = document.getElementById(location.hash.slice(1))?.closest("#attributions-group .inline-related");
  if (row) row.querySelector(".said").open = true;
}

let waiting;
function later() {
  clearTimeout(waiting);
  waiting = setTimeout(() => (isChoosing() ? later() : check()), 700);
}

// What is told takes room or gives it back: not under an open list of sources.
const isChoosing = () => document.querySelector("[role=combobox][aria-expanded=true]") !== null;

async function check() {
  // The whole form: what stands in its way is judged as it is when the form is saved.
  const asked = new URLSearchParams([...new FormData(body.form)].filter(([, value]) => typeof value === "string"));
  asked.append("of", body.form.querySelector(".story-state")?.dataset.story ?? "");
  const checked = rows().filter((row) => part(row, "words")?.value.trim());
  for (const row of checked) {
    asked.append("words", part(row, "words").value);
    asked.append("occurrence", part(row, "occurrence").value);
  }
  try {
    const answer = await fetch(section.dataset.ledger, { method: "POST", body: asked, redirect: "error" });
    const told = answer.ok && await answer.json();
    if (isChoosing()) later();
    else if (told) show(checked, told);
    if (told?.findings !== undefined) standInTheWay(told.findings);
  } catch {
    // Without a connection nothing is said: the list before publication says it again.
  }
}

/** As the gate has it now. Where nothing has changed nothing is drawn: a link may have the focus. */
function standInTheWay(findings) {
  const place = document.querySelector("[data-findings]");
  if (place && place.innerHTML.trim() !== findings.trim()) place.innerHTML = findings;
}

function show(checked, { found, unowned }) {
  checked.forEach((row, index) => {
    row.querySelector(".stands").dataset.found = String(found[index]);
  });
  section.hidden = !unowned.length;
  section.querySelector("ul").replaceChildren(...unowned.map((quotation) => {
    const line = section.querySelector("template").content.firstElementChild.cloneNode(true);
    const quote = line.querySelector("q");
    quote.textContent = quotation.words;
    [quote.lang, quote.dir] = [body.lang, body.dir || "auto"];
    line.querySelector("button").addEventListener("click", () => attribute({ ...quotation, words: `“${quotation.words}”` }));
    return line;
  }));
}

if (section && group && body) {
  document.addEventListener("writing:attribute", (event) => attribute(event.detail));
  group.addEventListener("click", later);
  // It does not bubble.
  group.addEventListener("toggle", ({ target }) => {
    const row = target.closest(".inline-related");
    if (target.matches(".said") && part(row, "words")) tell(row);
  }, true);
  addEventListener("hashchange", openTargeted);
  openTargeted();
  whenGivenBack(() => rows().filter((row) => part(row, "words")).forEach(tell));
  body.form.addEventListener("input", later);
  document.addEventListener("fields:brought", later);
  check();
}
