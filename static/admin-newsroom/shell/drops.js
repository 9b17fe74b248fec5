// A file or an address that is dropped beside a field would be opened in place of the page, with all that was typed in it.
for (const what of ["dragover", "drop"]) {
  document.addEventListener(what, (event) => {
    const { target, dataTransfer } = event;
    const carries = dataTransfer?.types ?? [];
    const isFile = carries.includes("Files") && !carries.includes("text/html");
    if (target.closest?.("input[type=file]")) return;
    // Whoever takes it has said so; a file is taken by nobody else, though the editor lets it be held over the text.
    if (!isFile && (event.defaultPrevented || target.closest?.("input, textarea, [contenteditable]"))) return;
    event.preventDefault();
    dataTransfer.dropEffect = "none";
  });
}
