// Menus close by Escape, and when the focus or a click goes elsewhere. They open without this.
const open = () => document.querySelectorAll("details.menu[open]");

function leave(event) {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
}

document.addEventListener("click", leave);
document.addEventListener("focusin", leave);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
