// Looks every moment how far adding is, until it is over; what is shown is what the server writes.
"use strict";

(() => {
  const box = document.getElementById("job");
  const said = document.getElementById("said");
  if (!box || !said) return;

  const look = async () => {
    try {
      const answered = await fetch(window.location.pathname, { cache: "no-store" });
      if (!answered.ok) throw new Error(String(answered.status));
      const held = new DOMParser().parseFromString(await answered.text(), "text/html").getElementById("job");
      if (said.textContent !== held.dataset.said) said.textContent = held.dataset.said;
      const over = "over" in held.dataset;
      if (over || !box.contains(document.activeElement)) box.replaceChildren(...held.childNodes);
      if (over) return;
    } catch {
      said.textContent = "The workbench does not answer; trying again.";
    }
    window.setTimeout(look, 600);
  };
  window.setTimeout(look, 300);
})();
