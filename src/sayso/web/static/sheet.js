// Puts one figure into the sheet that the server laid out: all of it at once, as text, never as markup.
"use strict";

window.sayso = window.sayso || {};

sayso.element = (tag, className, ...inner) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inner);
  return made;
};

sayso.Sheet = class {
  constructor(root) {
    this.root = root;
    this.form = document.getElementById("judging");
    this.trouble = document.getElementById("trouble");
  }

  show(entry) {
    const card = entry.card;
    this.root.dataset.fingerprint = card.fingerprint;
    this.root.dataset.version = card.version;
    this.root.dataset.state = entry.state;
    this.#slot("passage", this.#passage(card.passage));
    this.#slot("source", this.#bdi(card.source.join(" < ") || "the text, in its own voice"));
    this.#slot("document", this.#bdi(card.document)).href = `/documents/${card.document_fingerprint}`;
    this.#slot("page", "this figure").href = `/figures/${card.fingerprint}`;
    this.#slot("standing", ...this.#badges(entry));
    this.#slot("says", sayso.element("b", "interval", card.count), " ", this.#bdi(card.told));
    this.#slot("machine", ...(card.by_person && card.apart.length ? [this.apart(card.apart, "The machine reads", "What counts")] : []));
    this.#slot("said", ...(card.said.length ? [this.said(card.said)] : []));
    this.#fill(entry);
  }

  // Shows what is the matter with a figure whose decision was not kept.
  explain(nodes) {
    this.trouble.replaceChildren(...nodes);
    this.trouble.hidden = nodes.length === 0;
  }

  values() {
    const held = {};
    for (const control of this.form.querySelectorAll(".fields [name]")) held[control.name] = control.value;
    return held;
  }

  // The fields that are other than those of the figure in sight.
  changed(card) {
    const plain = (text) => text.trim().split(/\s+/).join(" ");
    return Object.fromEntries(Object.entries(this.values()).filter(([name, value]) => plain(value) !== plain(card.fields[name])));
  }

  wrong(field, text) {
    for (const told of this.form.querySelectorAll(".wrong")) { told.hidden = true; told.textContent = ""; }
    for (const control of this.form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    const control = field && this.form.elements[field];
    if (!control) return;
    const told = document.getElementById(`field-${field}-wrong`);
    told.textContent = text;
    told.hidden = false;
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", told.id);
    control.focus();
  }

  apart(rows, before, after) {
    const head = sayso.element("tr", "", ...["Field", before, after].map((text) => { const cell = sayso.element("th", "", text); cell.scope = "col"; return cell; }));
    const lines = rows.map((one) => {
      const name = sayso.element("th", "", one.label);
      name.scope = "row";
      return sayso.element("tr", "", name, sayso.element("td", "", this.#bdi(one.before || "–")), sayso.element("td", "", this.#bdi(one.after || "–")));
    });
    return sayso.element("table", "apart", sayso.element("thead", "", head), sayso.element("tbody", "", ...lines));
  }

  said(decisions) {
    return sayso.element("ol", "said", ...decisions.map((one) => {
      const time = sayso.element("time", "", `${one.time.slice(0, 10)} ${one.time.slice(11, 16)}`);
      const line = sayso.element("li", "", sayso.element("b", "", this.#bdi(one.person)), ` ${one.did} `, time);
      if (one.note) line.append(" ", sayso.element("q", "", this.#bdi(one.note)));
      if (one.differs.length && ["correct", "mark", "accept"].includes(one.verdict)) line.append(this.apart(one.differs, "machine", one.person));
      return line;
    }));
  }

  #fill(entry) {
    const { card } = entry;
    this.form.action = `/figures/${card.fingerprint}/decision`;
    this.form.elements.version.value = card.version;
    const whole = this.form.elements.part_of;
    whole.replaceChildren(new Option("no other figure", ""), ...card.wholes.map(([value, text]) => new Option(text, value)));
    for (const [name, value] of Object.entries({ ...card.fields, ...entry.typed })) {
      const control = this.form.elements[name];
      if (!control) continue;
      if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === value)) control.append(new Option(value, value));
      control.value = value;
    }
    this.form.elements.note.value = entry.note;
    this.form.querySelector("[data-own]").disabled = !card.own;
    this.wrong("", "");
  }

  #slot(name, ...inner) {
    const slot = this.root.querySelector(`[data-slot=${name}]`);
    slot.replaceChildren(...inner);
    return slot;
  }

  #bdi(text) { return sayso.element("bdi", "", text); }

  #passage(segments) {
    const pieces = segments.map((one) => one.mark
      ? sayso.element("mark", one.mark === "beside" ? "beside" : "", one.text)
      : sayso.element("span", one.place === "quote" ? "quoted" : "around", one.text));
    return sayso.element("p", "passage", sayso.element("bdi", "", ...pieces));
  }

  #badges(entry) {
    const held = entry.card.badges.map(([words, tone]) => sayso.element("span", `badge ${tone}`, words));
    const states = { sending: "being saved", saved: "saved", stale: "not saved", failed: "not saved" };
    if (states[entry.state]) held.push(sayso.element("span", `badge ${entry.state === "saved" ? "calm" : "care"}`, states[entry.state]));
    return held;
  }
};
