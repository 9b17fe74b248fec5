// What a look-up does not find is made: the last that it offers opens the window of its “+”, with what was typed as the name.
const $ = window.django?.jQuery;
const NEW = "new";
const known = new WeakSet();
const plus = (field) => field.closest(".related-widget-wrapper")?.querySelector(".add-related");

function offer(field, look) {
  look.on("results:all", ({ data, query }) => {
    const typed = query.term?.trim();
    if (!typed || data.pagination?.more) return;
    const text = field.dataset.new.replace("%s", () => `\u2068${typed}\u2069`);
    look.trigger("results:append", { data: { results: [{ id: NEW, text, typed }] }, query });
    if (!data.results.length) look.results.highlightFirstItem();
  });
}

function make(link, name) {
  const usual = link.href;
  const asked = new URL(usual);
  asked.searchParams.set("name", name);
  link.href = asked;
  link.click();
  link.href = usual;
}

$?.(document).on("select2:open", ({ target }) => {
  const look = $(target).data("select2");
  // Who may not make one has no “+”.
  if (known.has(look) || !target.dataset.new || !plus(target)) return;
  known.add(look);
  offer(target, look);
});

$?.(document).on("select2:selecting", (event) => {
  const { id, typed } = event.params.args.data;
  if (id !== NEW) return;
  event.preventDefault();
  $(event.target).select2("close");
  make(plus(event.target), typed);
});
