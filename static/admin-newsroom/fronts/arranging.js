// Arranging without a new page for each step: the places are asked for anew, the frames follow, the focus stays.
// Without this script each link leads to the same page.
import { drags } from "../forms/dragging.js";

const room = () => document.querySelector("#arranging");
const TYPING = 250;
let asked = 0;

async function go(address, isStep = true) {
  const turn = (asked += 1);
  const to = new URL(address, location.href);
  const answer = await fetch(to, { headers: { Accept: "text/html" } }).catch(() => null);
  if (turn !== asked) return;
  const fresh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#arranging");
  if (turn !== asked) return;
  if (!fresh) {
    location.assign(to);
    return;
  }
  const old = room();
  const typed = document.activeElement?.matches("#choose") ? document.activeElement : null;
  old.replaceWith(document.adoptNode(fresh));
  if (isStep) history.pushState(null, "", to);
  show(fresh.dataset.frame, old.dataset.frame);
  const target = document.getElementById(typed ? "choose" : to.hash.slice(1));
  if (typed && target) {
    target.value = typed.value;
    target.setSelectionRange(typed.selectionStart, typed.selectionEnd);
  }
  target?.focus({ preventScroll: Boolean(typed) });
  target?.scrollIntoView({ block: "nearest" });
}

function show(address, before) {
  if (address === before) return;
  for (const frame of document.querySelectorAll(".frames iframe")) frame.contentWindow.location.replace(address);
}

function asTyped(form) {
  const query = new URLSearchParams(new FormData(form));
  return `${form.getAttribute("action")}?${query}`;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-goes]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-goes]")) return;
  event.preventDefault();
  go(asTyped(event.target));
});

let waits;
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-as-typed]");
  if (!form) return;
  clearTimeout(waits);
  waits = setTimeout(() => form.isConnected && go(asTyped(form), false), TYPING);
});

addEventListener("popstate", () => go(location.href, false));

// A place is dragged onto another: they change places.
drags(".slot", {
  drop: ({ dataset: { slot: from } }, { dataset: { slot: to } }) => go(`${room().dataset.here}&swap=${from}-${to}#choose-${to}`),
});
