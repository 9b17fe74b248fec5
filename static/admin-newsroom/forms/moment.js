// Beside a moment in an edition's time, as it is typed: the same moment in words, and in UTC.
import { whenGivenBack } from "./given-back.js";

const DAY = 24 * 60 * 60 * 1000;

function shownIn(zone, moment) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(of.year, of.month - 1, of.day, of.hour, of.minute, of.second);
}

// The moments that the zone's clocks show so, in order: two as they go back, none as they go forward. A day earlier and
// later they are as far from UTC as they will be.
function inUtc(typed, zone) {
  const wall = Date.parse(`${typed}Z`);
  const ahead = [-DAY, DAY].map((about) => shownIn(zone, wall + about) - (wall + about));
  const moments = [...new Set(ahead.map((each) => wall - each))].sort((one, other) => one - other);
  return moments.filter((each) => shownIn(zone, each) === wall);
}

// A day by its name and a month in letters: what the browser's own field shows as 01/10 is read in two ways.
const DAYS = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const day = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...DAYS, timeZone: "UTC" });

function inWords(field, moments) {
  const [local, utc] = [new Date(`${field.value}Z`), new Date(moments[0])].map((at) => [day.format(at), at.toISOString().slice(11, 16)]);
  const said = field.dataset.words
    .replace("{day}", local[0])
    .replace("{time}", local[1])
    .replace("{utc}", utc[0] === local[0] ? utc[1] : utc.join(" "));
  return moments.length > 1 ? `${said} ${field.dataset.twice}` : said;
}

function outputOf(field) {
  if (field.nextElementSibling?.matches(".in-utc")) return field.nextElementSibling;
  const output = document.createElement("output");
  output.className = "in-utc";
  output.htmlFor.add(field.id);
  field.after(output);
  return output;
}

// A story that is being started is in the zone of the edition that is chosen for it.
function zoneOf(field) {
  const editions = document.getElementById("editions");
  const chosen = document.querySelector("select[name=edition]");
  return field.dataset.zone || (editions && chosen && JSON.parse(editions.textContent)[chosen.value]?.zone);
}

function tell(field) {
  const output = outputOf(field);
  const zone = zoneOf(field);
  // What was shown and not touched is the moment that it was made of: the second of the two, perhaps.
  const isKept = field.dataset.moment && [field.value, `${field.value}:00`].includes(field.dataset.shown);
  const moments = isKept ? [Date.parse(field.dataset.moment)] : field.value && zone ? inUtc(field.value, zone) : [];
  const isNever = Boolean(field.value && zone) && !moments.length;
  output.classList.toggle("is-never", isNever);
  output.textContent = isNever ? field.dataset.never.replace("{zone}", zone) : moments.length ? inWords(field, moments) : "";
}

for (const field of document.querySelectorAll("input[data-zone]")) {
  tell(field);
  whenGivenBack(() => tell(field));
}
// On the whole page: where a script puts a fresh form in the old one's stead, its fields are heard too.
document.addEventListener("input", ({ target }) => {
  if (target.matches?.("input[data-zone]")) tell(target);
});
document.addEventListener("change", ({ target }) => {
  if (target.matches?.("select[name=edition]")) document.querySelectorAll("input[data-zone]").forEach(tell);
});
