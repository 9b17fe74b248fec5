// Choosing a photo, from the library or from one's own files:
//
//   const photo = await choosePhoto({ language: "ar", opener: button, invite: "Choose the lead photo" });
//
// is null, or {pk, slug, thumbnail, width, height, alt, caption, credit, focalX, focalY}, the texts in `language`.
// `tab: "upload"` begins with the upload, `file: …` with that file chosen; `photo: 7` asks for what that photo lacks. All words come from what the desk sends (photo/chooser.html); the page needs
// photos.css.
import { pointAtUpload } from "./focal-point.js";
import { offerFrom } from "./offering.js";
import { tooLarge } from "./upload-size.js";

const ADDRESS = "/admin/articles/photo/choose/";
let isOpen = false;

export async function choosePhoto({ language, opener = document.activeElement, invite, tab, file, photo } = {}) {
  if (isOpen) return null;
  isOpen = true;
  try {
    const dialog = await dialogOf(language || document.documentElement.lang);
    return dialog && (await new Chooser(dialog).open({ invite, tab, file, photo }));
  } finally {
    isOpen = false;
    opener?.focus?.();
  }
}

async function dialogOf(language) {
  const address = `${ADDRESS}?${new URLSearchParams({ language })}`;
  const html = await fetch(address).then((answer) => answer.text(), () => "");
  const dialog = elementOf(html, "dialog.photo-chooser");
  // Logged out, not allowed, out of reach: a tab of its own says which, and nothing typed in this one is lost.
  if (!dialog) window.open(address);
  return dialog;
}

function elementOf(html, selector) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector(selector);
}

class Chooser {
  constructor(dialog) {
    this.dialog = document.importNode(dialog, true);
    this.words = this.dialog.dataset;
    [this.tiles, this.lacking, this.search] = ["tiles", "lacking", "search"].map((name) => this.find(`[data-${name}]`));
    this.tabs = [...this.dialog.querySelectorAll("[role=tab]")];
    this.panels = [...this.dialog.querySelectorAll("[id^=photo-panel-]")];
    this.photo = null;
  }

  find(selector) {
    return this.dialog.querySelector(selector);
  }

  open({ invite, tab, file, photo }) {
    document.body.append(this.dialog);
    if (invite) this.find("#photo-chooser-title").textContent = invite;
    this.listen();
    this.dialog.showModal();
    if ((tab === "upload" || file) && this.tabs.length) this.turnTo("upload", true);
    if (file && this.tabs.length) this.giveIn(file);
    if (photo) this.choose(`${this.words.choose.replace("choose/", "")}${photo}/lacking/?language=${this.words.language}`);
    return new Promise((resolve) => {
      this.dialog.addEventListener("close", () => {
        this.dialog.remove();
        resolve(this.photo);
      });
    });
  }

  // A file that was dropped or pasted, as if it had been chosen by hand. What is to be said of it is asked for next.
  giveIn(file) {
    const input = this.find("[type=file]");
    const carrier = new DataTransfer();
    carrier.items.add(file);
    input.files = carrier.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    this.find("[name=alt_text]").focus();
  }

  listen() {
    this.dialog.addEventListener("click", (event) => this.click(event));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target === this.search) this.look();
      else this.send(event.target);
    });
    this.search.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.look(), 200);
    });
    const uploading = this.find("[type=file]");
    if (!uploading) return;
    pointAtUpload(uploading, this.find("[data-focal-point]"));
    this.take = offerFrom(uploading, this.find("[data-offered]"), this.words.language);
  }

  click({ target }) {
    const button = target.closest("button");
    if (!button) return;
    const { photo, older } = button.dataset;
    if ("close" in button.dataset) this.dialog.close();
    else if (photo) this.choose(photo);
    else if (older) this.more(button);
    else if ("asItIs" in button.dataset) this.finish(this.chosen);
    else if ("back" in button.dataset) this.turnTo("library", true);
    else if (button.getAttribute("role") === "tab") this.turnTo(nameOf(button));
  }

  // Keys

  key(event) {
    const { target, key } = event;
    if (target.matches("[role=tab]") && ["ArrowLeft", "ArrowRight"].includes(key)) {
      this.turnTo(nameOf(this.tabs.find((tab) => tab !== target)));
      this.tabs.find((tab) => tab !== target).focus();
    } else if (target.name === "q" && key === "ArrowDown") {
      event.preventDefault();
      this.find("[data-photo]")?.focus();
    } else if (target.matches("[data-photo]")) {
      const next = this.neighbour(target, key);
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  }

  // The photo that lies next in the direction of an arrow, whichever way the rows run.
  neighbour(tile, key) {
    const all = [...this.tiles.querySelectorAll("[data-photo]")];
    const at = all.indexOf(tile);
    const onward = getComputedStyle(this.dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key === "Home") return all[0];
    if (key === "End") return all.at(-1);
    if (["ArrowLeft", "ArrowRight"].includes(key)) return all[at + (key === onward ? 1 : -1)];
    if (!["ArrowUp", "ArrowDown"].includes(key)) return undefined;
    const row = all.filter((each) => each.getBoundingClientRect().top === all[0].getBoundingClientRect().top).length;
    return key === "ArrowUp" ? all[at - row] || this.search.elements.q : all[at + row];
  }

  // The library

  async look() {
    clearTimeout(this.typing);
    const asked = new URLSearchParams(new FormData(this.search));
    const html = await this.part(asked);
    if (html === null) return;
    this.tiles.innerHTML = html;
    this.asked = asked;
    this.say();
  }

  async more(button) {
    const asked = new URLSearchParams(this.asked || new FormData(this.search));
    asked.set("before", button.dataset.older);
    const html = await this.part(asked);
    if (html === null) return;
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const added = holder.content.querySelectorAll("li");
    button.parentElement.replaceWith(holder.content.querySelector(".photo-more") || "");
    this.find(".photo-tiles").append(...added);
    added[0]?.querySelector("button").focus();
    this.say();
  }

  // The answer to the newest question only: an older one may come after it.
  async part(asked) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    asked.set("part", "photos");
    asked.set("language", this.words.language);
    const { html } = await this.ask(`${this.words.choose}?${asked}`, { signal: this.waiting.signal });
    return html ?? null;
  }

  say() {
    const found = [...this.tiles.querySelectorAll("[data-photo] img")];
    this.find("[data-status]").textContent = found.length ? String(found.length) : this.words.saidNone;
    if (!found.length) this.tiles.textContent = this.words.saidNone;
  }

  async choose(address) {
    const { json } = await this.ask(address);
    if (!json) return;
    this.chosen = json.photo;
    if (!json.form) {
      this.finish(json.photo);
      return;
    }
    this.lacking.innerHTML = json.form;
    this.turnTo("lacking");
    this.lacking.querySelector("input:not([type=hidden]), textarea").focus();
  }

  finish(photo) {
    this.photo = photo;
    this.dialog.close();
  }

  turnTo(name, isAsked = false) {
    this.alert("");
    for (const tab of this.tabs) {
      const isIt = nameOf(tab) === name || (name === "lacking" && nameOf(tab) === "library");
      tab.setAttribute("aria-selected", String(isIt));
      tab.tabIndex = isIt ? 0 : -1;
    }
    for (const panel of this.panels) panel.hidden = panel.id !== `photo-panel-${name}`;
    this.lacking.hidden = name !== "lacking";
    if (isAsked) this.find(name === "upload" ? "[type=file]" : "[type=search]").focus();
  }

  // Forms

  async send(form) {
    if (form.dataset.isSent) return;
    const large = tooLarge(form.elements.image);
    if (large) {
      this.mark(form, { image: [large] });
      return;
    }
    form.dataset.isSent = "yes";
    await this.find("[data-offered]")?.reading;
    form.setAttribute("aria-busy", "true");
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", token() || body.get("csrfmiddlewaretoken"));
    const { json } = await this.ask(form.action, { method: "POST", body });
    delete form.dataset.isSent;
    form.removeAttribute("aria-busy");
    if (json?.photo) this.finish(json.photo);
    else if (json) {
      if (json.offered) this.take(json.offered);
      this.mark(form, json.errors);
    }
  }

  mark(form, errors) {
    for (const place of form.querySelectorAll("[data-field]")) {
      const said = (errors[place.dataset.field] || []).join(" ");
      const [field, error] = [form.elements[place.dataset.field], place.querySelector(".photo-error")];
      error.textContent = said;
      error.hidden = !said;
      field.removeAttribute("aria-invalid");
      if (!said) continue;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", `${field.id}_helptext ${error.id}`);
    }
    const unplaced = Object.keys(errors).filter((name) => !form.querySelector(`[data-field="${name}"]`));
    this.alert([this.words.saidWrong, ...unplaced.flatMap((name) => errors[name])].join(" "));
    form.querySelector("[aria-invalid]")?.focus();
  }

  // Asks the desk. {html} or {json}; nothing, and a sentence in the window, where there is no answer to use.
  async ask(address, how = {}) {
    try {
      const answer = await fetch(address, how);
      if (answer.headers.get("Content-Type")?.includes("json")) return { json: await answer.json() };
      if (answer.ok && !answer.redirected) return { html: await answer.text() };
      this.alert(answer.redirected || answer.status === 403 ? this.words.saidLoggedOut : this.words.saidUnreachable);
    } catch (error) {
      if (error.name !== "AbortError") this.alert(this.words.saidUnreachable);
    }
    return {};
  }

  alert(said) {
    const place = this.find("[data-alert]");
    place.textContent = said;
    place.hidden = !said;
  }
}

const nameOf = (tab) => tab.id.replace("photo-tab-", "");

// As it is now: who has logged in again in another tab has a new one.
function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
}
