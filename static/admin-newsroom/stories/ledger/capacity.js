// As what a source spoke: the title that it bears on the day, greyed until somebody writes another.
import { part, rowOf, tell } from "./rows.js";

export async function proposeCapacity(section, select, language) {
  const row = rowOf(select);
  const capacity = row && select.name?.endsWith("-source") ? part(row, "capacity") : null;
  if (!capacity || !select.value || (capacity.value && !capacity.classList.contains("is-proposed"))) return;
  const asked = new URLSearchParams({ id: select.value, language, on: part(row, "obtained_on")?.value ?? "" });
  const answer = await fetch(`${section.dataset.source}?${asked}`, { headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
  const title = answer?.ok ? (await answer.json()).title : "";
  const isStillEmpty = !capacity.value || capacity.classList.contains("is-proposed");
  if (!title || !isStillEmpty || !select.value) return;
  capacity.value = title;
  capacity.classList.add("is-proposed");
  tell(row);
  capacity.dispatchEvent(new Event("input"));
}
