// Ticking all figures of a page at once, and saying how many are ticked. The list works without it.
"use strict";

(() => {
  const all = document.getElementById("all");
  const told = document.getElementById("chosen");
  if (!all || !told) return;
  const boxes = [...document.querySelectorAll("input[name=chosen]")];
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    told.textContent = ticked ? `${ticked.toLocaleString("en")} chosen:` : "Chosen figures:";
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.hidden = false;
  all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; tell(); });
  for (const box of boxes) box.addEventListener("change", tell);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const box = document.activeElement && document.activeElement.closest("[data-row]")?.querySelector("input[name=chosen]");
    if (box) { event.preventDefault(); box.click(); }
  });
  tell();
})();
