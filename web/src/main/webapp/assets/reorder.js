"use strict";

// Rows that stand in an order: dragging a row, or ↑ and ↓ on its handle, moves it. The ids in their
// new order go into the form's hidden input "order", and its remote command sends them.
{
  const rowsOf = (body) => [...body.querySelectorAll("tr[data-id]")];
  let moved = null;

  function send(body, row) {
    moved = row;
    body.closest("form").querySelector("input[id$=order]").value = rowsOf(body).map((one) => one.dataset.id).join(",");
    window.reorder?.();
  }

  function move(row, by) {
    const rows = rowsOf(row.parentNode);
    const to = rows.indexOf(row) + by;
    if (to >= 0 && to < rows.length) {
      rows[to][by < 0 ? "before" : "after"](row);
      send(row.parentNode, row);
    }
  }

  document.addEventListener("keydown", (event) => {
    const handle = event.target.closest?.(".handle");
    if (handle && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(handle.closest("tr"), event.key === "ArrowUp" ? -1 : 1);
    }
  });

  document.addEventListener("dragstart", (event) => {
    const row = event.target.closest?.("[data-does=reorder] tr");
    if (row) {
      event.dataTransfer.setData("text/plain", row.dataset.id);
    }
  });
  document.addEventListener("dragover", (event) => event.target.closest?.("[data-does=reorder]") && event.preventDefault());
  document.addEventListener("drop", (event) => {
    const over = event.target.closest?.("[data-does=reorder] tr");
    const row = over?.parentNode.querySelector(`tr[data-id="${CSS.escape(event.dataTransfer.getData("text/plain"))}"]`);
    if (row && row !== over) {
      event.preventDefault();
      const rows = rowsOf(over.parentNode);
      over[rows.indexOf(row) < rows.indexOf(over) ? "after" : "before"](row);
      send(over.parentNode, row);
    }
  });

  // whoever moves a row by keys goes on with it after the page was told of its place
  function arrange() {
    document.querySelectorAll("[data-does=reorder] tr").forEach((row) => {
      row.draggable = row.querySelector(".handle") !== null;
      if (moved && row !== moved && row.dataset.id === moved.dataset.id) {
        row.querySelector(".handle")?.focus();
        moved = null;
      }
    });
  }
  arrange();
  new MutationObserver(arrange).observe(document.body, { childList: true, subtree: true });
}
