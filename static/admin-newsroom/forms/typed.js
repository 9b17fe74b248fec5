// What was typed is not lost by a click: leaving asks first, and a second press of Save is not sent.
const form = document.getElementById("story_form");

if (form) {
  const mark = form.querySelector(".not-saved");
  let isTyped = false;
  let isSent = false;

  const typed = () => {
    isTyped = true;
    if (mark) mark.hidden = false;
  };
  if (form.querySelector(".errornote:not([hidden])")) typed();
  form.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
    // An answer that never comes must not leave the button dead.
    setTimeout(() => { isSent = false; }, 5000);
  });
  window.addEventListener("pageshow", () => { isSent = false; });
  window.addEventListener("beforeunload", (event) => {
    if (isTyped && !isSent) event.preventDefault();
  });
}
