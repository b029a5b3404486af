"use strict";

// People in the order of their turns, columns in theirs. The text area, one name a line, is what is
// sent; without a script it is all there is. Buttons, Alt with ↑ ↓ and dragging change the order.
{
  const icon = (text, label) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text, className: "bare" });
    button.setAttribute("aria-label", label);
    button.title = label;
    return button;
  };

  function enhance(area) {
    const names = () => area.value.split("\n").map((name) => name.trim()).filter(Boolean);
    const list = Object.assign(document.createElement("ol"), { className: "turns" });
    const add = Object.assign(document.createElement("input"), { type: "text", placeholder: area.dataset.add, autocomplete: "off" });
    add.setAttribute("list", area.dataset.list ?? "colleagues");
    add.setAttribute("aria-label", area.dataset.add);
    area.hidden = true;
    area.before(list, add);

    function write(next, focus, part) {
      area.value = next.join("\n");
      draw();
      list.children[focus]?.querySelectorAll("button")[part]?.focus();
      area.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function move(from, to, part) {
      const next = names();
      if (to >= 0 && to < next.length) {
        next.splice(to, 0, next.splice(from, 1)[0]);
        write(next, to, part);
      }
    }

    function row(name, place) {
      const item = Object.assign(document.createElement("li"), { draggable: true });
      const label = Object.assign(document.createElement("span"), { textContent: name });
      const up = icon("↑", `${area.dataset.up}: ${name}`);
      const down = icon("↓", `${area.dataset.down}: ${name}`);
      const out = icon("×", `${area.dataset.out}: ${name}`);
      up.addEventListener("click", () => move(place, place - 1, 0));
      down.addEventListener("click", () => move(place, place + 1, 1));
      out.addEventListener("click", () => write(names().filter((_, at) => at !== place), Math.max(0, place - 1), 2));
      item.addEventListener("keydown", (event) => {
        if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
          event.preventDefault();
          move(place, place + (event.key === "ArrowUp" ? -1 : 1), event.key === "ArrowUp" ? 0 : 1);
        }
      });
      item.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", String(place)));
      item.addEventListener("dragover", (event) => event.preventDefault());
      item.addEventListener("drop", (event) => {
        event.preventDefault();
        move(Number(event.dataTransfer.getData("text/plain")), place, 0);
      });
      item.append(label, up, down, out);
      return item;
    }

    function draw() {
      list.replaceChildren(...names().map(row));
    }

    function take() {
      if (add.value.trim()) {
        const next = [...names(), add.value.trim()];
        add.value = "";
        write(next, -1, 0);
        add.focus();
      }
    }
    add.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        take();
      }
    });
    add.addEventListener("change", (event) => {
      event.stopPropagation();
      take();
    });
    draw();
  }

  // whatever changes in the form is tried out at once
  document.addEventListener("change", (event) => {
    if (event.target.form?.id === "layer" && window.tryOut) {
      window.tryOut();
    }
  });

  function enhanceAll() {
    document.querySelectorAll("textarea[data-does=turns]:not([hidden])").forEach(enhance);
  }
  enhanceAll();
  new MutationObserver(enhanceAll).observe(document.body, { childList: true, subtree: true });
}
