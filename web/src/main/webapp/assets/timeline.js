"use strict";

// The lanes of a schedule: hover tells who and when, dragging or the keyboard chooses a time for an
// override. Bars are placed by the server; a time is chosen on the wall clock of the zone shown.
{
  const MINUTE = 60000;
  const wallClocks = new Map();

  function wallClock(zone) {
    if (!wallClocks.has(zone)) {
      wallClocks.set(zone, new Intl.DateTimeFormat("en-GB", {
        timeZone: zone, hourCycle: "h23",
        year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
      }));
    }
    return wallClocks.get(zone);
  }

  // Wall clock times are numbers too: milliseconds as if the zone were UTC.
  function toWall(instant, zone) {
    const part = {};
    wallClock(zone).formatToParts(instant).forEach(({ type, value }) => { part[type] = Number(value); });
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  }

  function toInstant(wall, zone) {
    const guess = wall - (toWall(wall, zone) - wall);
    return wall - (toWall(guess, zone) - guess);
  }

  const input = (wall) => new Date(wall).toISOString().slice(0, 16);
  const words = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC", weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
  });
  const told = (wall) => words.format(wall).replace(/,/g, "");

  function hours(ms) {
    const minutes = Math.round(ms / MINUTE);
    return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
  }

  // --- what is chosen: two wall clock times on one timeline
  let chosen = null;
  let drag = null;

  function frame(lanes) {
    const { from, to, zone, step } = lanes.dataset;
    return { from: Date.parse(from), to: Date.parse(to), zone, step: Number(step) * MINUTE };
  }

  function wallAt(lanes, x) {
    const { from, to, zone, step } = frame(lanes);
    const field = lanes.querySelector(".lanes-field").getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (x - field.left) / field.width));
    return Math.round(toWall(from + share * (to - from), zone) / step) * step;
  }

  function choose(lanes, start, end) {
    const { from, to, zone } = frame(lanes);
    chosen = { lanes, start: Math.min(start, end), end: Math.max(start, end) };
    const box = lanes.querySelector(".selection");
    const place = (wall) => Math.min(1, Math.max(0, (toInstant(wall, zone) - from) / (to - from))) * 100;
    box.style.left = `${place(chosen.start)}%`;
    box.style.width = `${place(chosen.end) - place(chosen.start)}%`;
    box.firstElementChild.textContent = `${told(chosen.start)} – ${told(chosen.end)}`;
    box.hidden = false;
    say(box.firstElementChild.textContent);
  }

  function forget() {
    document.querySelectorAll(".selection").forEach((box) => { box.hidden = true; });
    chosen = null;
  }

  function say(text) {
    let status = document.getElementById("lanes-status");
    if (!status) {
      status = Object.assign(document.createElement("p"), { id: "lanes-status", className: "hidden" });
      status.setAttribute("role", "status");
      document.body.append(status);
    }
    status.textContent = text;
  }

  // --- the dialog: it says whose time is taken, and asks
  function dialog() {
    return document.getElementById("override-dialog");
  }

  function field(name) {
    return dialog().querySelector(`[id$=":${name}"]`);
  }

  function open(lanes, start, end) {
    if (!dialog() || dialog().open) {
      return;
    }
    if (start < end) {
      choose(lanes, start, end);
      field("start").value = input(start);
      field("end").value = input(end);
    }
    tellInstead();
    dialog().showModal();
  }

  function tellInstead() {
    const lanes = document.querySelector(".lanes[data-editable=true]");
    const { zone } = frame(lanes);
    const [start, end] = ["start", "end"].map((name) => toInstant(Date.parse(`${field(name).value}Z`), zone));
    const taken = new Map();
    lanes.querySelectorAll(".lane.is-final .bar").forEach(({ dataset: bar }) => {
      const shared = Math.min(end, Date.parse(bar.end)) - Math.max(start, Date.parse(bar.start));
      if (shared > 0) {
        const who = bar.who || lanes.dataset.nobody;
        taken.set(who, (taken.get(who) || 0) + shared);
      }
    });
    const instead = document.getElementById("instead");
    instead.textContent = taken.size
      ? `${instead.dataset.of} ${[...taken].map(([who, ms]) => `${who} (${hours(ms)})`).join(", ")}` : "";
  }

  function openForBar(bar) {
    const lanes = bar.closest(".lanes");
    if (lanes.dataset.editable === "true") {
      const { from, to, zone } = frame(lanes);
      const now = Math.ceil(Date.now() / (15 * MINUTE)) * 15 * MINUTE;
      const end = Date.parse(bar.dataset.end);
      const start = Math.max(from, Date.parse(bar.dataset.start), now < end ? now : 0);
      open(lanes, toWall(start, zone), toWall(Math.min(end, to), zone));
    }
  }

  document.addEventListener("click", (event) => {
    const does = event.target.closest("[data-does]")?.dataset.does;
    if (does === "override") {
      const lanes = document.querySelector(".lanes");
      const { zone } = frame(lanes);
      const begin = Math.ceil(toWall(Date.now(), zone) / (60 * MINUTE)) * 60 * MINUTE;
      open(lanes, begin, begin + 60 * MINUTE);
    } else if (does === "close") {
      dialog().close();
    } else if (event.target.closest(".lanes .bar") && event.detail === 0) {
      openForBar(event.target.closest(".bar"));
    }
  });
  document.addEventListener("input", (event) => event.target.closest("#override-dialog") && tellInstead());
  document.addEventListener("close", (event) => event.target === dialog() && forget(), true);

  // --- by mouse or pen: press and drag; a finger scrolls, and opens a shift by a tap
  document.addEventListener("pointerdown", (event) => {
    const lanes = event.target.closest(".lanes[data-editable=true]");
    if (lanes && event.button === 0 && event.target.closest(".track")) {
      drag = { lanes, x: event.clientX, start: wallAt(lanes, event.clientX), bar: event.target.closest(".bar"),
        touch: event.pointerType === "touch", moved: false };
    }
  });
  document.addEventListener("pointermove", (event) => {
    if (drag && !drag.touch && (drag.moved || Math.abs(event.clientX - drag.x) > 4)) {
      drag.moved = true;
      hide();
      choose(drag.lanes, drag.start, wallAt(drag.lanes, event.clientX));
    }
  });
  document.addEventListener("pointerup", () => {
    const done = drag;
    drag = null;
    if (done?.moved && chosen && chosen.start < chosen.end) {
      open(chosen.lanes, chosen.start, chosen.end);
    } else if (done && !done.moved && done.bar) {
      openForBar(done.bar);
    }
  });
  document.addEventListener("pointercancel", () => { drag = null; });

  // --- by keyboard
  function neighbour(bar, key) {
    const slot = bar.closest("li");
    if (key === "ArrowRight" || key === "ArrowLeft") {
      return (key === "ArrowRight" ? slot.nextElementSibling : slot.previousElementSibling)?.querySelector(".bar");
    }
    const rows = [...bar.closest(".lanes").querySelectorAll(".lane")].filter((lane) => lane.querySelector(".bar"));
    const row = rows[rows.indexOf(bar.closest(".lane")) + (key === "ArrowDown" ? 1 : -1)];
    const begin = Math.max(Date.parse(bar.dataset.start), Date.parse(bar.closest(".lanes").dataset.from));
    const bars = row ? [...row.querySelectorAll(".bar")] : [];
    return bars.find((other) => Date.parse(other.dataset.end) > begin) || bars.at(-1);
  }

  function extend(bar, key) {
    const lanes = bar.closest(".lanes");
    const { from, zone, step } = frame(lanes);
    const begin = Math.ceil(toWall(Math.max(from, Date.parse(bar.dataset.start)), zone) / step) * step;
    const { start, end } = chosen && chosen.lanes === lanes ? chosen : { start: begin, end: begin };
    choose(lanes, start, Math.max(start + step, end + (key === "ArrowRight" ? step : -step)));
  }

  document.addEventListener("keydown", (event) => {
    const bar = event.target.closest?.(".lanes .bar");
    if (!bar) {
      return;
    }
    const editable = bar.closest(".lanes").dataset.editable === "true";
    if (event.shiftKey && editable && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      event.preventDefault();
      extend(bar, event.key);
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      const next = neighbour(bar, event.key);
      if (next) {
        forget();
        bar.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      open(chosen.lanes, chosen.start, chosen.end);
    } else if (event.key === "Escape") {
      forget();
      hide();
    }
  });

  // --- who, when and why, beside what the pointer or the focus is on
  const card = Object.assign(document.createElement("div"), { className: "hover-card", hidden: true });
  card.setAttribute("aria-hidden", "true");
  document.body.append(card);

  function show(bar) {
    const lines = [bar.dataset.who || bar.closest(".lanes").dataset.nobody, bar.dataset.when, bar.dataset.why];
    card.replaceChildren(...lines.filter(Boolean).map((text, line) => Object.assign(
      document.createElement(line ? "span" : "strong"), { textContent: text, className: line > 1 ? "muted" : "" })));
    card.hidden = false;
    const at = bar.getBoundingClientRect();
    const left = Math.max(at.left, bar.closest(".lanes-scroll").getBoundingClientRect().left);
    card.style.left = `${Math.max(8, Math.min(left, innerWidth - card.offsetWidth - 8))}px`;
    card.style.top = `${at.bottom + 6 + card.offsetHeight > innerHeight ? at.top - card.offsetHeight - 6 : at.bottom + 6}px`;
  }

  function hide() {
    card.hidden = true;
  }

  for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => {
      const bar = event.target.closest?.(".lanes .bar");
      if (bar && !drag && (enter !== "focusin" || bar.matches(":focus-visible"))) {
        show(bar);
      }
    });
    document.addEventListener(leave, (event) => event.target.closest?.(".lanes .bar") && hide());
  }

  // --- now goes on
  setInterval(() => document.querySelectorAll(".lanes").forEach((lanes) => {
    const { from, to } = frame(lanes);
    const now = Date.now();
    lanes.querySelector(".now-line").style.left = now < from || now > to ? "-1%" : `${((now - from) / (to - from)) * 100}%`;
  }), 30000);
}
