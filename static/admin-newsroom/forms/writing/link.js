// A link is asked for and checked as it is typed: what the server would not keep is not taken.
const ALLOWED = /^(https?:\/\/[^/?#\s]+\S*|mailto:[^?\s]+@\S+|\/(?!\/)\S*)$/i;

/** The address that was meant, or null. */
export function addressOf(typed) {
  const said = typed.trim().replace(/^\/\/+/, "https://");
  if (ALLOWED.test(said)) return said;
  if (/^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(said)) return `mailto:${said}`;
  if (/^[^\s/:@.]+(\.[^\s/:@.]+)+([/?#]\S*)?$/.test(said)) return `https://${said}`;
  return null;
}

export function askForLink(root, editor) {
  const dialog = root.querySelector(".writing-link");
  const [input, refusal, set, unset, cancel] = ["[data-address]", "[data-refusal]", "[data-set]", "[data-unset]", "[data-cancel]"]
    .map((selector) => dialog.querySelector(selector));
  const refuse = (isWrong) => {
    refusal.hidden = !isWrong;
    input.setAttribute("aria-invalid", String(isWrong));
  };
  const take = () => {
    const href = addressOf(input.value);
    refuse(href === null);
    if (href === null) return input.focus();
    dialog.close();
    return link(editor, href);
  };
  input.value = editor.getAttributes("link").href ?? "";
  unset.hidden = !input.value;
  refuse(false);
  input.oninput = () => refuse(input.value.trim() !== "" && addressOf(input.value) === null && / |:/.test(input.value.trim()));
  input.onkeydown = (event) => {
    if (event.key !== "Enter") return;
    // Not the form around it.
    event.preventDefault();
    take();
  };
  set.onclick = take;
  cancel.onclick = () => dialog.close();
  unset.onclick = () => {
    dialog.close();
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
  };
  dialog.onclose = () => editor.view.focus();
  dialog.showModal();
  input.select();
}

function link(editor, href) {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (!editor.state.selection.empty || editor.isActive("link")) return chain.setMark("link", { href }).run();
  return chain.insertContent({ type: "text", text: href.replace(/^mailto:/, ""), marks: [{ type: "link", attrs: { href } }] }).run();
}
