// Reviewing by keyboard. The figures of a batch are all in the page, so the next one is there at once; a decision is always posted with
// the fingerprint and the version of the figure that was in sight, and none is taken before that has been painted.
"use strict";

(() => {
  const root = document.getElementById("review");
  const fresh = (card) => ({ card, state: "open", meant: null, typed: {}, note: "", told: "", seen: null, wrong: null });
  const entries = JSON.parse(root.dataset.cards).map(fresh);
  const sheet = new sayso.Sheet(document.getElementById("sheet"));
  const notices = document.getElementById("notices");
  const progress = document.getElementById("progress");
  const onward = document.getElementById("next").parentElement;
  const outbox = new sayso.Outbox(() => tell());
  const decided = [];
  let more = root.dataset.more !== "";
  let loading = null;
  let at = 0;
  let ended = null;
  let painted = false;
  let painting = 0;

  document.body.dataset.keys = "own";

  const troubled = (entry) => entry.state === "stale" || entry.state === "failed";
  const current = () => (ended ? null : entries[at]);
  const count = (state) => entries.filter((entry) => entry.state === state).length;

  // ---- what is in sight

  const paint = () => {
    const mine = (painting += 1);
    painted = false;
    const done = () => { if (mine === painting) painted = true; };
    if (document.hidden) done(); else requestAnimationFrame(() => requestAnimationFrame(done));
  };

  const show = (index, focus = true) => {
    if (ended) { ended.remove(); ended = null; }
    at = index;
    const entry = entries[at];
    sheet.root.hidden = false;
    onward.hidden = false;
    sheet.show(entry);
    sheet.explain(matter(entry));
    if (entry.wrong) sheet.wrong(entry.wrong.field, entry.wrong.text);
    else if (focus) { sheet.root.focus({ preventScroll: true }); window.scrollTo({ top: 0 }); }
    paint();
    tell();
    if (more && at >= entries.length - 5) load();
  };

  const finish = (text, ...buttons) => {
    if (ended) ended.remove();
    const acts = sayso.element("p", "acts after", ...buttons);
    ended = sayso.element("div", "empty", sayso.element("h2", "", text), acts);
    sheet.root.hidden = true;
    onward.hidden = true;
    root.append(ended);
    tell();
  };

  const end = () => {
    const skipped = count("open");
    const home = sayso.element("a", "button", "Other queues");
    home.href = "/review";
    const back = skipped ? [button(`${skipped} passed over`, "k", () => show(entries.findIndex((entry) => entry.state === "open")))] : [];
    finish(skipped ? "The end of this queue" : "You are through with this queue", ...back, home);
  };

  const tell = () => {
    const said = [];
    if (count("saved")) said.push(`${count("saved").toLocaleString("en")} saved`);
    if (outbox.pending) said.push(`${outbox.pending} being saved`);
    if (said.length) progress.textContent = said.join(" · ");
    const elsewhere = entries.filter((entry) => troubled(entry) && entry !== current());
    notices.replaceChildren(...elsewhere.map((entry) => sayso.element("p", "notice",
      sayso.element("b", "", "Not saved: "), `${entry.meant.verdict} – `, sayso.element("bdi", "", `${entry.card.count} ${entry.card.told}`), " ",
      button("Go to it", "", () => show(entries.indexOf(entry))))));
  };

  const button = (text, hint, act) => {
    const made = sayso.element("button", "", text);
    made.type = "button";
    if (hint) made.dataset.hint = hint;
    made.addEventListener("click", act);
    return made;
  };

  // ---- on to the next one

  const advance = () => {
    const lost = entries.findIndex((entry, index) => troubled(entry) && index !== at);
    const next = lost >= 0 ? lost : entries.findIndex((entry, index) => index > at && entry.state === "open");
    if (next >= 0) show(next); else further();
  };

  const further = () => {
    if (!more) { end(); return; }
    finish("Loading the next figures …");
    load().then(() => { if (ended) { const next = entries.findIndex((entry, index) => index > at && entry.state === "open"); if (next >= 0) show(next); else further(); } });
  };

  const load = () => {
    if (!loading) {
      loading = batch().finally(() => { loading = null; });
    }
    return loading;
  };

  const batch = async () => {
    const known = new Set(entries.map((entry) => entry.card.fingerprint));
    const last = entries[entries.length - 1].card.fingerprint;
    try {
      const answered = await fetch(`/review/${root.dataset.queue}.json?after=${last}`, { headers: { Accept: "application/json" } });
      if (!answered.ok) throw new Error(String(answered.status));
      const view = await answered.json();
      const added = view.cards.filter((card) => !known.has(card.fingerprint)).map(fresh);
      entries.push(...added);
      more = view.more && added.length > 0;
    } catch (error) {
      if (!ended) return;
      await new Promise((again) => finish("The next figures could not be loaded", button("Try again", "", again)));
    }
  };

  const step = (by) => {
    if (ended && by < 0) { show(at); return; }
    if (ended) return;
    keep();
    const next = at + by;
    if (next < 0) return;
    if (next < entries.length) show(next); else further();
  };

  // What was typed stays with its figure.
  const keep = () => {
    const entry = current();
    if (!entry) return;
    entry.typed = sheet.changed(entry.card);
    entry.note = sheet.form.elements.note.value;
  };

  // ---- decisions

  const decide = (verdict) => {
    const entry = current();
    if (!entry || !painted || entry.state === "sending") return;
    if (troubled(entry)) { sheet.trouble.querySelector("button").focus(); return; }
    keep();
    const fields = verdict === "correct" ? entry.typed : {};
    const typed = Object.keys(entry.typed).length;
    if (verdict === "correct" && !typed) { sheet.wrong("category", "Nothing was changed. Press Escape and a to accept it as it is read."); return; }
    if (verdict === "accept" && typed) { sheet.wrong(Object.keys(entry.typed)[0], "This was changed: press Enter here to save the correction, or put it back."); return; }
    if (verdict === "note" && !entry.note.trim()) { sheet.form.elements.note.focus(); return; }
    send(entry, { verdict, version: entry.card.version, note: entry.note, fields, queue: root.dataset.queue });
    if (verdict === "correct" || verdict === "note") show(at); else advance();
  };

  const send = (entry, meant) => {
    entry.meant = meant;
    entry.state = "sending";
    entry.wrong = null;
    if (meant.verdict !== "note") decided.push(entry);
    outbox.post(entry.card.fingerprint, () => meant).then((answer) => settle(entry, meant, answer));
  };

  const undo = () => {
    const here = current();
    const entry = decided.pop() || (here && here.card.own ? here : null);
    if (!entry) { progress.textContent = "There is nothing of yours to take back here."; return; }
    if (troubled(entry)) { show(entries.indexOf(entry)); return; }
    const meant = { verdict: "undo", note: "", fields: {}, queue: root.dataset.queue };
    const take = () => {
      if (!entry.card.own) return null;
      entry.state = "sending";
      return Object.assign(meant, { version: entry.card.version });
    };
    if (entry.state !== "sending") entry.state = "sending";
    entry.meant = meant;
    show(entries.indexOf(entry));
    outbox.post(entry.card.fingerprint, take).then((answer) => settle(entry, meant, answer));
  };

  const settle = (entry, meant, answer) => {
    if (answer.dropped) { if (entry.state === "sending") entry.state = "open"; }
    else if (answer.status === 200) accept(entry, meant, answer.body.card);
    else if (answer.status === 409) Object.assign(entry, { state: "stale", seen: entry.card, card: answer.body.now, told: answer.body.what });
    else if (answer.status === 422 && answer.body.field) Object.assign(entry, { state: "open", wrong: { field: answer.body.field, text: words(answer) } });
    else Object.assign(entry, { state: "failed", told: words(answer) });
    if (answer.status !== 200 && decided.includes(entry)) decided.splice(decided.lastIndexOf(entry), 1);
    const here = entry === current();
    if (here && answer.status === 200 && meant.verdict === "correct") { advance(); return; }
    if (here || ((ended || entry.wrong) && entry.state !== "saved" && !answer.dropped)) show(entries.indexOf(entry)); else tell();
  };

  const accept = (entry, meant, card) => {
    const after = { note: "open", undo: "open" };
    if (entry === current()) keep();
    entry.card = card;
    entry.state = after[meant.verdict] || "saved";
    entry.note = "";
    if (meant.verdict !== "note") entry.typed = {};
  };

  const words = (answer) => {
    const body = answer.body || {};
    if (body.what) return `${body.what[0].toUpperCase()}${body.what.slice(1)}. ${body.advice || ""}`;
    if (answer.status === 0) return "The workbench could not be reached.";
    return `The workbench answered with ${answer.status}.`;
  };

  // ---- where something was not saved

  const matter = (entry) => {
    if (!troubled(entry)) return [];
    const meant = sayso.element("div", "", sayso.element("h3", "", "What you meant"), sayso.element("p", "", entry.meant.verdict));
    if (entry.meant.note) meant.append(sayso.element("q", "", sayso.element("bdi", "", entry.meant.note)));
    for (const [name, value] of Object.entries(entry.meant.fields)) meant.append(sayso.element("p", "", `${entry.card.labels[name]}: `, sayso.element("bdi", "", value || "–")));
    const again = button(entry.state === "stale" ? "Decide again" : "Try again", "d", retry);
    const leave = button(entry.state === "stale" ? "Keep it as it is now" : "Leave it undecided", "t", drop);
    const acts = sayso.element("p", "acts", again, leave);
    if (entry.state === "failed") return [sayso.element("h2", "", "This was not saved"), sayso.element("p", "", entry.told), meant, acts];
    const now = sayso.element("div", "", sayso.element("h3", "", "What it is now"), sayso.element("p", "", ...entry.card.badges.map(([text, tone]) => sayso.element("span", `badge ${tone}`, text))));
    const apart = Object.keys(entry.card.labels).filter((name) => entry.card.fields[name] !== entry.seen.fields[name])
      .map((name) => ({ label: entry.card.labels[name], before: entry.seen.fields[name], after: entry.card.fields[name] }));
    if (apart.length) now.append(sheet.apart(apart, "As you saw it", "As it is now"));
    if (entry.card.said.length) now.append(sheet.said(entry.card.said));
    return [sayso.element("h2", "", "Somebody was faster"), sayso.element("p", "", "Nothing of yours was kept for this figure."), sayso.element("div", "versions", meant, now), acts];
  };

  const retry = () => {
    const entry = current();
    if (!entry || !painted || !troubled(entry)) return;
    if (entry.state === "failed") { send(entry, entry.meant); advance(); return; }
    Object.assign(entry, { state: "open", typed: entry.meant.fields, note: entry.meant.note });
    show(at);
  };

  const drop = () => {
    const entry = current();
    if (!entry || !painted || !troubled(entry)) return;
    Object.assign(entry, { state: "left", typed: {}, note: "" });
    advance();
  };

  // ---- keys

  const acts = {
    a: () => decide("accept"), r: () => decide("reject"), u: () => decide("unsure"), z: undo, d: retry, t: drop,
    e: () => sheet.form.elements.low.focus(), n: () => sheet.form.elements.note.focus(),
    j: () => step(1), k: () => step(-1),
  };
  const again = new Set(["j", "k"]);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const field = event.target.closest("input, select, textarea");
    if (field) {
      if (event.key === "Escape") { event.preventDefault(); sheet.root.focus(); }
      else if (event.key === "Enter" && !event.repeat && field.closest("#judging")) { event.preventDefault(); decide(field.name === "note" ? "note" : "correct"); }
      return;
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    if (event.repeat && !again.has(event.key)) return;
    if (ended && !["k", "z"].includes(event.key)) return;
    act();
  });

  sheet.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const verdict = event.submitter ? event.submitter.value : "correct";
    if (verdict === "undo") undo(); else decide(verdict);
  });

  document.getElementById("next").addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    step(1);
  });

  window.addEventListener("beforeunload", (event) => {
    keep();
    if (outbox.pending || entries.some((entry) => troubled(entry) || Object.keys(entry.typed).length)) event.preventDefault();
  });

  show(0, false);
})();
