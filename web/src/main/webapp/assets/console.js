"use strict";

// --- times: the server writes UTC, the reader sees their own zone, with UTC on hover
const full = new Intl.DateTimeFormat(undefined, {
  day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false,
});
const withYear = new Intl.DateTimeFormat(undefined, {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hour12: false,
});
const shift = new Intl.DateTimeFormat(undefined, {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false,
});
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function since(at) {
  const seconds = Math.round((at - Date.now()) / 1000);
  const [unit, length] = units.find(([, l]) => Math.abs(seconds) >= l) || units[3];
  return relative.format(Math.trunc(seconds / length), unit);
}

function left(at) {
  const minutes = Math.max(0, Math.floor((at - Date.now()) / 60000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const rest = days ? `${days} d ${hours} h` : hours ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
  return `${rest} left`;
}

function wordsFor(how, at) {
  switch (how) {
    case "relative":
      return since(at);
    case "left":
      return left(at);
    case "shift":
      return shift.format(at);
    default:
      return (at.getFullYear() === new Date().getFullYear() ? full : withYear).format(at);
  }
}

function localise(time) {
  const at = new Date(time.dateTime);
  if (Number.isNaN(at.getTime())) {
    return;
  }
  const text = wordsFor(time.dataset.how, at);
  if (time.textContent !== text) {
    time.textContent = text;
  }
}

function localiseAll(root) {
  root.querySelectorAll("time[datetime]").forEach(localise);
}

// Zones are the reader's to type once only: a new schedule begins in the browser's own.
function proposeZone(root) {
  root.querySelectorAll("input[data-does=zone]").forEach((input) => {
    if (!input.value) {
      input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
  });
}

// An address is told whole; the server knows only its path.
function complete(root) {
  root.querySelectorAll("code[data-does=address]").forEach((address) => {
    if (address.textContent.startsWith("/")) {
      address.textContent = location.origin + address.textContent;
    }
  });
}

// What can be pasted can be read from a file as well.
function offerFile(root) {
  root.querySelectorAll("textarea[data-does=file]:not([data-offered])").forEach((area) => {
    const file = Object.assign(document.createElement("input"), { type: "file", accept: ".ics,text/calendar" });
    file.setAttribute("aria-label", area.dataset.choose);
    file.addEventListener("change", async () => { area.value = await file.files[0]?.text() ?? ""; });
    area.dataset.offered = "";
    area.before(file);
  });
}

localiseAll(document);
proposeZone(document);
offerFile(document);
setInterval(() => document.querySelectorAll("time[data-how=relative], time[data-how=left]").forEach(localise), 10000);

// What the server places on a page, it places by the reader's clock.
document.cookie = `tocsin-zone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}; path=/; max-age=31536000; samesite=lax`;
new MutationObserver((changes) => {
  for (const change of changes) {
    change.addedNodes.forEach((node) => {
      if (node.nodeType === 1) {
        localiseAll(node.parentNode || node);
        complete(node.parentNode || node);
        offerFile(node.parentNode || node);
      }
    });
  }
}).observe(document.body, { childList: true, subtree: true });

// --- theme: follows the system until the reader chooses
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

// --- one listener for every button that needs a script
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-does]");
  if (button) {
    switch (button.dataset.does) {
      case "theme": {
        const theme = isDark() ? "light" : "dark";
        document.documentElement.dataset.theme = theme;
        localStorage.setItem("tocsin-theme", theme);
        break;
      }
      case "menu": {
        const open = document.body.classList.toggle("menu-open");
        button.setAttribute("aria-expanded", String(open));
        break;
      }
      case "copy":
        navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim());
        button.textContent = button.dataset.done;
        break;
    }
  }
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.body.classList.remove("menu-open");
  }
});

// --- what we answer while a customer writes is told, as it appears above what they look at
const news = document.getElementById("news");
if (news) {
  const answers = () => document.querySelectorAll(".talk.from-agent").length;
  let known = answers();
  new MutationObserver(() => {
    if (answers() > known) {
      known = answers();
      news.textContent = news.dataset.news;
      setTimeout(() => { news.textContent = ""; }, 8000);
    }
  }).observe(document.getElementById("main"), { childList: true, subtree: true });
}

// --- live regions: nobody polls for a page that nobody sees
document.addEventListener("visibilitychange", () => {
  if (!window.PrimeFaces) {
    return;
  }
  for (const widget of Object.values(PrimeFaces.widgets)) {
    if (PrimeFaces.widget.Poll && widget instanceof PrimeFaces.widget.Poll) {
      if (document.hidden) {
        widget.stop();
      } else {
        widget.start();
      }
    }
  }
});
