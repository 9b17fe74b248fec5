// A point in a picture, set by pressing on it or by the arrow keys; kept in two number fields, which say it without us.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (number) => Math.min(100, Math.max(0, Math.round(number) || 0));

// `picker` is the [data-focal-point] of photo/focal_point.html; `form` has the fields; `show(x, y)` is told of each move.
export function focalPoint(picker, form, show = () => {}) {
  const picture = picker.querySelector(".focal-picture");
  const mark = picker.querySelector(".focal-mark");
  const [x, y] = ["focal_x", "focal_y"].map((name) => form.elements[name]);

  const draw = () => {
    const [left, top] = [within(x.value), within(y.value)];
    // From the left and the top in every language: a picture is not mirrored.
    Object.assign(mark.style, { left: `${left}%`, top: `${top}%` });
    show(left, top);
  };
  const move = (left, top) => {
    [x.value, y.value] = [within(left), within(top)];
    x.dispatchEvent(new Event("input", { bubbles: true }));
    draw();
  };
  picture.addEventListener("pointerdown", (event) => {
    const press = (at) => {
      const box = picture.getBoundingClientRect();
      move((100 * (at.clientX - box.left)) / box.width, (100 * (at.clientY - box.top)) / box.height);
    };
    press(event);
    picture.setPointerCapture(event.pointerId);
    picture.onpointermove = press;
    picture.onpointerup = picture.onpointercancel = () => { picture.onpointermove = null; };
  });
  picture.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 2;
    move(Number(x.value) + far * step[0], Number(y.value) + far * step[1]);
  });
  for (const field of [x, y]) field.addEventListener("change", draw);
  draw();
  return draw;
}

// Crop each picture of `root`'s [data-crops] to the point.
export function cropAt(root, x, y) {
  for (const image of root.querySelectorAll("[data-crops] img")) image.style.objectPosition = `${within(x)}% ${within(y)}%`;
}

// Show the file that a field has, and let it be pointed at; hidden while there is none that this browser can draw.
// Whether it is one of ours is for the server to say.
export function pointAtUpload(field, picker) {
  const draw = focalPoint(picker, field.form);
  field.addEventListener("change", async () => {
    picker.hidden = true;
    const canvas = picker.querySelector("canvas");
    const isDrawn = await preview(field.files[0], canvas).then(() => true, () => false);
    picker.hidden = !isDrawn;
    // As articles.pictures.renditions has it: a long picture is looked at in a box that scrolls.
    picker.classList.toggle("is-tall", canvas.height > 2 * canvas.width);
    picker.classList.toggle("is-wide", canvas.width > 3 * canvas.height);
    draw();
  });
}

// Small, without a request and without an address that a policy would have to allow.
async function preview(file, canvas) {
  const bitmap = await createImageBitmap(file, { resizeWidth: 800, resizeQuality: "medium" });
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  bitmap.close();
}
