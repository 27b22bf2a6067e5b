// Keys that hold on every page: g and a letter to a main part, / to the first filter, j and k through rows, ? for help.
// A page works without any of them; nothing happens while somebody types in a field.
"use strict";

(() => {
  let going = false;

  const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
  const rows = () => [...document.querySelectorAll("[data-row] a[href]")].filter((link) => link.closest("[data-row]").querySelector("a[href]") === link);

  const step = (by) => {
    const links = rows();
    if (links.length === 0) return;
    const row = document.activeElement && document.activeElement.closest("[data-row]");
    const at = links.findIndex((link) => link.closest("[data-row]") === row);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next].focus();
    links[next].closest("[data-row]").scrollIntoView({ block: "nearest" });
  };

  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) link.click();
    return link !== null;
  };

  // A button with data-key is pressed by that key; if the form still lacks something, the browser leads to it.
  const pressed = (key) => {
    const button = /^[a-z]$/.test(key) && document.querySelector(`main button[data-key="${key}"]`);
    return button ? () => button.click() : null;
  };

  const plain = {
    "/": () => { const field = document.querySelector("main input[type=search], main .filters input, main .filters select"); if (field) { field.focus(); } },
    "?": () => { const help = document.getElementById("keys"); if (help && !help.open) help.showModal(); },
    j: () => step(1),
    k: () => step(-1),
    n: () => follow("a[rel=next]"),
    p: () => follow("a[rel=prev]"),
  };

  // On a narrow screen the navigation scrolls: the part that is open must be in sight.
  const here = document.querySelector(".parts a[aria-current]");
  const box = here && here.closest(".parts");
  if (box && box.scrollWidth > box.clientWidth) box.scrollLeft = here.offsetLeft - (box.clientWidth - here.offsetWidth) / 2;

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (going) {
      going = false;
      if (/^[a-z]$/.test(event.key) && follow(`.parts a[data-key="${event.key}"]`)) event.preventDefault();
      return;
    }
    if (event.key === "g") { going = true; return; }
    if (document.body.dataset.keys === "own" && event.key !== "?" && event.key !== "/") return;
    const act = plain[event.key] || pressed(event.key);
    if (act) { event.preventDefault(); act(); }
  });
})();
