"use strict";

// A file that is chosen is read here and sent as text, when the form asks for it.
document.addEventListener("change", async (event) => {
  const chosen = event.target.closest("input[type=file][data-does=read-file]");
  const file = chosen?.files[0];
  if (file) {
    document.getElementById(chosen.dataset.into).value = await file.text();
    document.getElementById(chosen.dataset.then).click();
  }
});
