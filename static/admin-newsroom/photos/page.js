// The page of a photo, and the one on which it is added: its focal point is seen, set, and shown in the crops.
import { cropAt, focalPoint, pointAtUpload } from "./focal-point.js";
import { offerFrom } from "./offering.js";
import { tooLarge } from "./upload-size.js";

const root = document.querySelector("[data-photo-page]");
const form = document.getElementById("photo_form");

if (root) {
  const picker = root.querySelector("[data-focal-point]");
  const file = form?.querySelector("[type=file]");
  cropAt(root, root.dataset.focalX, root.dataset.focalY);
  if (picker && file) pointAtUpload(file, picker);
  else if (picker) focalPoint(picker, form, (x, y) => cropAt(root, x, y));
  const offered = root.querySelector("[data-offered]");
  if (file && offered) offerFrom(file, offered);
  file?.addEventListener("change", () => file.setCustomValidity(tooLarge(file)));
  form?.addEventListener("submit", (event) => {
    if (file?.validity.customError && !file.reportValidity()) event.preventDefault();
  });
}
