"use strict";

// Keys for those who work here all day. A key that is typed into something is never taken away from
// it, nor one that is pressed together with Ctrl, Alt or Meta.
{
  const dialog = () => document.getElementById("keys");
  const typed = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open], .ui-dialog");
  const stops = () => [...document.querySelectorAll("main a.subject, main .talk[tabindex]")].filter((stop) => stop.offsetParent);

  function here(all) {
    const at = document.activeElement;
    const row = at.closest?.("tr");
    return all.findIndex((stop) => stop === at || stop.contains(at) || (row && row.contains(stop)));
  }

  function move(step) {
    const all = stops();
    const at = here(all);
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  function focus(selector) {
    const field = document.querySelector(selector);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
    return Boolean(field);
  }

  function take(key) {
    switch (key) {
      case "j":
        move(1);
        return true;
      case "k":
        move(-1);
        return true;
      case "r":
        return focus("[id='answer:body']");
      case "/":
        return focus("input[type=search]");
      case "x":
        document.activeElement.closest?.("tr")?.querySelector("input[name=pick]")?.click();
        return true;
      case "?":
        dialog()?.showModal();
        return true;
      default:
        return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (plain && !event.defaultPrevented && !typed(event.target) && take(event.key)) {
      event.preventDefault();
    }
  });
  document.addEventListener("click", (event) => {
    const does = event.target.closest("[data-does]")?.dataset.does;
    if (does === "keys") {
      dialog().showModal();
    } else if (does === "keys-close") {
      dialog().close();
    }
  });

  // --- rows that are picked stay so when the list is drawn anew
  const picked = new Set();
  const boxes = () => [...document.querySelectorAll("input[name=pick]")];

  function tell() {
    const bar = document.querySelector(".bulk");
    if (bar) {
      boxes().forEach((box) => { box.checked = picked.has(box.value); });
      const count = boxes().filter((box) => box.checked).length;
      bar.hidden = count === 0;
      const told = bar.querySelector(".bulk-count");
      if (told.textContent !== String(count)) { // the observer below would hear it again
        told.textContent = count;
      }
      const all = document.querySelector("input[data-does=pick-all]");
      if (all) {
        all.checked = count > 0 && count === boxes().length;
        all.indeterminate = count > 0 && count < boxes().length;
      }
    }
  }

  document.addEventListener("change", ({ target }) => {
    const changed = target.matches("input[data-does=pick-all]") ? boxes() : target.matches("input[name=pick]") ? [target] : [];
    changed.forEach((box) => (target.checked ? picked.add(box.value) : picked.delete(box.value)));
    if (changed.length) {
      tell();
    }
  });
  tell();
  const list = document.getElementById("bulk");
  if (list) {
    new MutationObserver(tell).observe(list, { childList: true, subtree: true });
  }
}
