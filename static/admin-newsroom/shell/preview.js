// What is previewed stays in its frame: its links open beside it, but for those within the page.
const LEADING = "a[href]:not([href^='#']), form";

function settle(frame) {
  for (const each of frame.contentDocument?.querySelectorAll(LEADING) ?? []) each.target = "_blank";
}

for (const frame of document.querySelectorAll(".frames iframe")) {
  frame.addEventListener("load", () => settle(frame));
  settle(frame);
}
