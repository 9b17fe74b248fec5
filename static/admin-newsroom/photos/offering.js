// What the file of a picture says of itself, offered in the fields of its form: only where nobody has written, and said.
//
// `place` is [data-offered], whose value is the address that reads a file; `language` is the one of a form that has one caption.
export function offerFrom(field, place, language) {
  const form = field.form;
  const before = new Map();

  field.addEventListener("change", () => {
    form.dataset.reading = "yes";
    place.reading = read(field.files[0]).finally(() => delete form.dataset.reading);
  });

  async function read(file) {
    form.elements.looked_over.value = "";
    place.hidden = true;
    const { offered, sentence } = (file && (await ask(place.dataset.offered, file))) || {};
    if (!offered || field.files[0] !== file) return;
    take(offered);
    place.textContent = sentence;
    place.hidden = !sentence;
  }

  function take({ captions, ...said }) {
    for (const name of ["credit", "licence", "origin"]) put(form.elements[name], said[name]);
    for (const [caption, its] of captionsOf(form)) put(caption, its ? captions[its] : (captions[language] ?? Object.values(captions)[0]));
    form.elements.looked_over.value = "1";
  }

  // What an earlier file offered goes with it, unless somebody has changed it since.
  function put(element, text = "") {
    if (!element || (element.value.trim() && element.value !== before.get(element))) return;
    if (!text && !before.has(element)) return;
    element.value = text;
    before.set(element, element.value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return take;
}

// Each field of a caption, with its language where its form has several.
function captionsOf(form) {
  if (form.elements.caption) return [[form.elements.caption, null]];
  const lines = form.querySelectorAll("[name^=texts-][name$=-caption]");
  return [...lines].filter((each) => each.lang).map((each) => [each, each.lang]);
}

async function ask(address, file) {
  const body = new FormData();
  body.set("image", file, "picture");
  const csrf = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] || document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  body.set("csrfmiddlewaretoken", csrf);
  try {
    const answer = await fetch(address, { method: "POST", body });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
