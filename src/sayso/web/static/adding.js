// Files and folders that are dropped anywhere on the page are sent at once; chosen files and a pasted text with the button.
// The form works without this: then the browser sends it itself.
"use strict";

(() => {
  const form = document.getElementById("add");
  const said = document.getElementById("sending");
  if (!form || !said) return;
  const most = Number(form.dataset.most);
  const TOGETHER = 500;
  form.classList.add("droppable");

  // The files of what was dropped, folders entered; files and folders whose names begin with a dot are passed over.
  const within = async (entry) => {
    if (entry.name.startsWith(".")) return [];
    if (entry.isFile) return [await new Promise((take, fail) => entry.file(take, fail))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((take, fail) => reader.readEntries(take, fail));
      if (some.length === 0) return found;
      for (const one of some) found.push(...await within(one));
    }
  };

  const dropped = async (transfer) => {
    const items = [...transfer.items].filter((item) => item.kind === "file");
    const held = items.map((item) => [item.webkitGetAsEntry ? item.webkitGetAsEntry() : null, item.getAsFile()]);
    const found = [];
    for (const [entry, file] of held) found.push(...(entry ? await within(entry) : file ? [file] : []));
    return found;
  };

  // As many as one request may bring: the server answers more of them with a refusal.
  const batches = (files) => {
    const held = [];
    let room = 0;
    for (const file of files) {
      if (held.length === 0 || held[held.length - 1].length >= TOGETHER || file.size > room) {
        held.push([]);
        room = most * 0.95;
      }
      held[held.length - 1].push(file);
      room -= file.size;
    }
    return held;
  };

  const send = (body, told) => new Promise((take, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) said.textContent = `${told}: ${Math.round((100 * event.loaded) / event.total)}%`;
    });
    request.addEventListener("error", () => fail(new Error("The workbench does not answer. Try again.")));
    request.addEventListener("load", () => {
      let answered = {};
      try { answered = JSON.parse(request.responseText); } catch { /* told below */ }
      if (request.status < 300) take(answered);
      else fail(new Error(answered.what ? `Refused: ${answered.what}. ${answered.advice}` : `Refused (${request.status}).`));
    });
    request.send(body);
  });

  const sealed = (body) => {
    const seal = form.elements.csrf;
    if (seal) body.set("csrf", seal.value);
    return body;
  };

  const sendFiles = async (files) => {
    if (files.length === 0) { said.textContent = "There are no files in it."; return; }
    const held = batches(files);
    let last = null;
    for (const [at, batch] of held.entries()) {
      const body = sealed(new FormData());
      for (const file of batch) body.append("files", file, file.name);
      last = await send(body, `Sending ${files.length === 1 ? "1 file" : `${files.length} files`}${held.length > 1 ? `, part ${at + 1} of ${held.length}` : ""}`);
    }
    window.location.assign(held.length === 1 ? last.address : "/documents/add");
  };

  const tell = (error) => { said.textContent = error.message; document.body.classList.remove("dropping"); };
  let depth = 0;
  const dragged = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragenter", (event) => { if (dragged(event)) { depth += 1; document.body.classList.add("dropping"); } });
  document.addEventListener("dragleave", (event) => { if (dragged(event)) { depth -= 1; if (depth <= 0) document.body.classList.remove("dropping"); } });
  document.addEventListener("dragover", (event) => { if (dragged(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!dragged(event)) return;
    event.preventDefault();
    depth = 0;
    document.body.classList.remove("dropping");
    said.textContent = "Looking through what was dropped…";
    dropped(event.dataTransfer).then(sendFiles).catch(tell);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = "Sending…";
    send(new FormData(form), "Sending").then((answered) => window.location.assign(answered.address)).catch(tell);
  });
})();
