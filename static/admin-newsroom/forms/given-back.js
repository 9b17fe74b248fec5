// What stands in a field may change behind what a script has laid over it: once a page is loaded, the browser gives back what
// was typed before Back, before a restart, in the tab that this one is a copy of; and a save brings what a colleague has changed.

/** `draw` shows what its fields hold now. It is called whenever that may be something else than it has drawn. */
export function whenGivenBack(draw) {
  addEventListener("pageshow", draw);
  document.addEventListener("fields:brought", draw);
}

export const brought = () => document.dispatchEvent(new Event("fields:brought"));
