// What stands above the text: the lines that the ledger looks at too, in their order. Its places count them from behind.
const LINES = ["headline", "standfirst", "lead_caption"];

/** The field of a place that stands above the text. */
export const fieldOf = (place) => (place && place[0] < 0 ? document.getElementById(`id_${LINES.at(place[0])}`) : null);

/** These lines as they are typed. */
export const typedAbove = (form) => Object.fromEntries(LINES.map((name) => [name, form.elements[name]?.value ?? ""]));

/** Where above the text the words of a row stand, and the way there. */
export function tellWhere(element, { field, where }) {
  const link = element.querySelector("[data-where]");
  link.hidden = !field;
  link.textContent = where;
  if (field) link.href = `#id_${field}`;
}
