"use strict";

// Files that are picked, dropped or pasted wait beside what is being written. Once that is said they
// are sent after it, one at a time; one that is refused says why and keeps nobody waiting. A tray that
// knows its ticket already sends at once.
{
  const trays = () => [...document.querySelectorAll("[data-does=files]")].filter((tray) => tray.offsetParent);
  const rows = (tray, state) => [...tray.querySelectorAll(`li[data-state=${state}]`)];

  function tell(row, state, text) {
    row.dataset.state = state;
    row.querySelector(".file-state").textContent = text;
  }

  function button(text, label, pressed) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "bare", textContent: text, title: label });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", pressed);
    return made;
  }

  function pick(tray, files) {
    for (const file of files) {
      const row = document.createElement("li");
      const name = Object.assign(document.createElement("bdi"), { textContent: file.name });
      const state = Object.assign(document.createElement("span"), { className: "file-state" });
      row.file = file;
      row.append(name, state, button("×", `${tray.dataset.out}: ${file.name}`, () => row.remove()));
      tray.querySelector("ul").append(row);
      const fits = file.size <= Number(tray.dataset.most);
      tell(row, fits ? "waiting" : "refused", fits ? "" : tray.dataset.large);
    }
    if (tray.dataset.ticket) {
      send(tray, tray.dataset.ticket).then(() => window.refresh?.());
    }
  }

  function post(tray, row, address) {
    return new Promise((done) => {
      const form = new FormData();
      const request = new XMLHttpRequest();
      form.append("file", row.file);
      request.open("POST", address);
      request.setRequestHeader("X-CSRF-Token", tray.dataset.csrf);
      request.upload.addEventListener("progress", ({ loaded, total }) => tell(row, "sending", `${Math.floor(100 * loaded / total)} %`));
      request.addEventListener("loadend", () => done(request));
      request.send(form);
    });
  }

  function reason(tray, request) {
    try {
      const problem = JSON.parse(request.responseText);
      return problem.errors?.[0]?.detail ?? problem.detail;
    } catch {
      return tray.dataset.failed;
    }
  }

  // Tells whether every file that waited has arrived.
  async function send(tray, ticket, comment) {
    const address = `${tray.dataset.to}/${ticket}/attachments${comment ? `?comment_id=${comment}` : ""}`;
    for (const row of rows(tray, "waiting")) {
      tell(row, "sending", "0 %");
      const request = await post(tray, row, address);
      if (request.status === 201) {
        row.remove();
      } else {
        tell(row, "refused", reason(tray, request));
      }
    }
    return rows(tray, "refused").length === 0;
  }

  // What was written exists now: its files follow, and only then the page is left.
  async function after({ ticket, comment, then }) {
    const tray = trays().find((one) => !one.dataset.ticket);
    const left = !tray || await send(tray, ticket, comment);
    if (then && left) {
      location.assign(then);
    } else if (then) {
      tray.closest("[data-does=writing]").classList.add("is-written");
      tray.querySelector("a").href = then;
    } else {
      window.refresh?.();
    }
  }

  document.addEventListener("change", ({ target }) => {
    const tray = target.type === "file" && target.closest("[data-does=files]");
    if (tray) {
      pick(tray, target.files);
      target.value = "";
    }
  });
  // dropped and pasted files go where one writes
  const nearest = (target) => target.closest("[data-does=writing]")?.querySelector("[data-does=files]") ?? target.closest("[data-does=files]");
  const brings = (event) => event.dataTransfer?.types.includes("Files") && nearest(event.target);
  document.addEventListener("dragover", (event) => brings(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    const tray = brings(event);
    if (tray) {
      event.preventDefault();
      pick(tray, event.dataTransfer.files);
    }
  });
  document.addEventListener("paste", (event) => {
    const tray = event.clipboardData?.files.length && nearest(event.target);
    if (tray) {
      event.preventDefault();
      pick(tray, event.clipboardData.files);
    }
  });
  window.jQuery(document).on("pfAjaxComplete", (event, request, settings, answer) => answer?.ticket && after(answer));
}
