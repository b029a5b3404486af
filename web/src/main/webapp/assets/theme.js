// Runs before the first paint: a remembered theme must not flash the other one.
(() => {
  const remembered = localStorage.getItem("tocsin-theme");
  if (remembered === "light" || remembered === "dark") {
    document.documentElement.dataset.theme = remembered;
  }
})();
