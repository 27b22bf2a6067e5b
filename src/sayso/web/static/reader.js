// The text of a document: a selection becomes the place of a number that is missing, and figures light up with their fields.
// Offsets are code points of the document's text; each paragraph says where it starts, and its characters are the text's one for one.
"use strict";

(() => {
  const lines = document.getElementById("lines");
  if (!lines) return;

  const points = (text) => { let count = 0; for (const _ of text) count += 1; return count; };

  // How many code points of a paragraph stand before a place in its nodes.
  const before = (paragraph, node, offset) => {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    return points(range.toString());
  };

  const paragraphOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("p[data-start]");

  const place = (selection) => {
    if (selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const met = [...lines.querySelectorAll("p[data-start]")].filter((one) => range.intersectsNode(one));
    const held = met.filter((one) => { const own = document.createRange(); own.selectNodeContents(one); return range.compareBoundaryPoints(Range.START_TO_END, own) > 0 && range.compareBoundaryPoints(Range.END_TO_START, own) < 0; });
    if (held.length === 0) return null;
    const [first, last] = [held[0], held[held.length - 1]];
    const startsIn = paragraphOf(range.startContainer) === first && lines.contains(range.startContainer);
    const endsIn = paragraphOf(range.endContainer) === last && lines.contains(range.endContainer);
    const start = Number(first.dataset.start) + (startsIn ? before(first, range.startContainer, range.startOffset) : 0);
    const end = Number(last.dataset.start) + (endsIn ? before(last, range.endContainer, range.endOffset) : points(last.textContent));
    return start < end ? { start, end, words: selection.toString().trim() } : null;
  };

  const light = (anchor, on) => {
    for (const one of document.querySelectorAll(`#f${anchor}, #s${anchor}`)) one.classList.toggle("at", on);
  };
  const anchorOf = (target) => {
    const link = target.closest && target.closest(".text mark a, .figures li");
    return link ? link.dataset.figure || link.hash.slice(2) : null;
  };
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (event) => { const anchor = anchorOf(event.target); if (anchor) light(anchor, true); });
    document.addEventListener(end, (event) => { const anchor = anchorOf(event.target); if (anchor) light(anchor, false); });
  }

  const missing = document.getElementById("missing");
  if (!missing) return;
  const form = missing.querySelector("form");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "first here";
  button.textContent = "Missing here";
  button.hidden = true;
  document.body.append(button);

  // A browser tells of a selection a moment after it was made: whoever acts on one asks for it anew.
  const chosen = () => {
    const held = place(document.getSelection());
    return held === null || held.words.length > 200 ? null : held;
  };

  document.addEventListener("selectionchange", () => {
    button.hidden = chosen() === null;
    if (button.hidden) return;
    const box = document.getSelection().getRangeAt(0).getBoundingClientRect();
    button.style.left = `${Math.max(8, Math.min(box.left + window.scrollX, document.documentElement.clientWidth - 150))}px`;
    button.style.top = `${box.bottom + window.scrollY + 6}px`;
  });

  const take = () => {
    const held = chosen();
    if (held === null) return;
    form.elements.start.value = held.start;
    form.elements.end.value = held.end;
    form.elements.words.value = held.words;
    form.elements.which.value = 1;
    missing.open = true;
    button.hidden = true;
    form.elements.category.focus();
  };
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", take);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea") || chosen() === null) return;
    event.preventDefault();
    take();
  });

  // Words that are written by hand stand for themselves again.
  for (const name of ["words", "which"]) {
    form.elements[name].addEventListener("input", () => { form.elements.start.value = ""; form.elements.end.value = ""; });
  }
})();
