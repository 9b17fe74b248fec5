// docs/decisions/0046
const press = (id) => {
  const number = document.querySelector(`.text [popovertarget="${id}"]`);
  number?.focus();
  number?.click();
  return number;
};

addEventListener("click", (event) => {
  const from = event.target.closest("a.passage, .turns button");
  if (!from || from.href || !getSelection().isCollapsed) return;
  from.closest(".sheet")?.hidePopover();
  if (press(from.popoverTargetElement?.id ?? from.id.replace("passage", "statement"))) event.preventDefault();
});

addEventListener("toggle", ({ target: { id }, newState }) => {
  const words = document.getElementById(id.replace("statement", "passage"));
  if (words?.classList.toggle("is-open", newState === "open")) words.scrollIntoView({ block: "nearest" });
  if (words && location.hash === `#${id}`) location.replace(`#${words.id}`);
}, true);

if (document.body.hidePopover)
  for (const words of document.querySelectorAll("a.passage")) words.removeAttribute("href");
press(location.hash.slice(1));
