// The photo that a story leads with: chosen or uploaded in a window, shown as the story will crop it. The look-up that
// stands there without us keeps the choice, and is sent with the form.
import { cropAt } from "./focal-point.js";
import { choosePhoto } from "./chooser.js";
import { whenGivenBack } from "../forms/given-back.js";

for (const root of document.querySelectorAll("[data-lead-photo]")) leadPhoto(root);

function leadPhoto(root) {
  const find = (selector) => root.querySelector(selector);
  const [select, shown, buttons] = [find("select"), find("[data-card]"), find("[data-buttons]")];
  const button = (name) => buttons.querySelector(`[data-do=${name}]`);

  const offer = () => {
    const lacks = [...root.querySelectorAll("[data-lacks]")].some((each) => !each.hidden);
    button("mend").hidden = !select.value || !lacks;
    button("remove").hidden = !select.value;
    shown.hidden = !select.value;
  };
  const show = (photo) => {
    for (const image of shown.querySelectorAll("img")) image.src = photo.thumbnail;
    shown.querySelector("img").alt = photo.alt;
    for (const said of shown.querySelectorAll("[data-said]")) said.textContent = photo[said.dataset.said];
    for (const lack of shown.querySelectorAll("[data-lacks]")) lack.hidden = Boolean(photo[lack.dataset.lacks]);
    cropAt(shown, photo.focalX, photo.focalY);
  };
  const choose = (photo) => {
    select.replaceChildren(new Option("", ""), ...(photo ? [new Option(photo.slug, photo.pk, true, true)] : []));
    if (photo) show(photo);
    offer();
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
  };

  buttons.addEventListener("click", async ({ target }) => {
    const asked = target.dataset.do;
    if (asked === "remove") {
      choose(null);
      button("library").focus();
    } else if (asked) {
      const photo = await choosePhoto({
        language: languageOf(root), opener: target, invite: root.dataset.invite,
        tab: asked, photo: asked === "mend" ? select.value : null,
      });
      if (photo) choose(photo);
      if (target.hidden) button("library").focus();
    }
  });

  find("[data-look-up]").hidden = true;
  buttons.hidden = false;
  cropAt(shown, root.dataset.focalX, root.dataset.focalY);
  whenGivenBack(offer);
  offer();
}

// Of a new story that of the edition, once it is chosen and the form knows it.
function languageOf(root) {
  return root.closest("form").elements.headline?.lang || root.dataset.language;
}
