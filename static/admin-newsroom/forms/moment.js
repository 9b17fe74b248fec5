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

// The first moment that the zone's clocks show so: a day earlier and later they are as far from UTC as they will be.
function inUtc(typed, zone) {
  const wall = Date.parse(`${typed}Z`);
  const ahead = [-DAY, DAY].map((about) => shownIn(zone, wall + about) - (wall + about));
  return ahead.map((each) => wall - each).sort((one, other) => one - other).find((each) => shownIn(zone, each) === wall);
}

// A day by its name and a month in letters: what the browser's own field shows as 01/10 is read in two ways.
const DAYS = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const day = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...DAYS, timeZone: "UTC" });

function tell(field, output) {
  const moment = field.value ? inUtc(field.value, field.dataset.zone) : undefined;
  if (moment === undefined) {
    output.textContent = "";
    return;
  }
  const [local, utc] = [new Date(`${field.value}Z`), new Date(moment)].map((at) => [day.format(at), at.toISOString().slice(11, 16)]);
  output.textContent = field.dataset.words
    .replace("{day}", local[0])
    .replace("{time}", local[1])
    .replace("{utc}", utc[0] === local[0] ? utc[1] : utc.join(" "));
}

for (const field of document.querySelectorAll("input[data-zone]")) {
  const output = document.createElement("output");
  output.className = "in-utc";
  output.htmlFor.add(field.id);
  field.after(output);
  field.addEventListener("input", () => tell(field, output));
  whenGivenBack(() => tell(field, output));
  tell(field, output);
}
