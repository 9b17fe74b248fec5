// Beside a moment in an edition's time: the same moment in UTC, as it is typed.
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

function tell(field, output) {
  const moment = field.value ? inUtc(field.value, field.dataset.zone) : undefined;
  const words = moment === undefined ? "" : new Date(moment).toISOString().slice(0, 16).replace("T", " ");
  output.textContent = words && field.dataset.words.replace("{utc}", words);
}

for (const field of document.querySelectorAll("input[data-zone]")) {
  const output = document.createElement("output");
  output.className = "in-utc";
  output.htmlFor.add(field.id);
  field.after(output);
  field.addEventListener("input", () => tell(field, output));
  tell(field, output);
}
