// A new form begins in its first field, unless somebody has begun elsewhere before the page had come whole.
const form = document.getElementById(document.querySelector("script[data-form]").dataset.form);
const isUntouched = !document.activeElement || document.activeElement === document.body;
if (isUntouched) [...form.elements].find((each) => each.matches("button, input, select, textarea") && !each.disabled && each.offsetParent)?.focus();
