// Decisions on their way to the ledger: one after the other, each counted until it is answered, so that none is lost in silence.
"use strict";

window.sayso = window.sayso || {};

sayso.Outbox = class {
  #last = Promise.resolve();

  constructor(changed) {
    this.pending = 0;
    this.changed = changed;
  }

  // `tell` gives what is posted, or null for nothing, once everything before has been answered.
  post(fingerprint, tell) {
    this.pending += 1;
    this.changed();
    const done = this.#last.then(async () => {
      const told = tell();
      return told === null ? { status: 0, body: null, dropped: true } : this.#send(fingerprint, told);
    });
    this.#last = done.then(() => { this.pending -= 1; this.changed(); });
    return done;
  }

  async #send(fingerprint, told) {
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    const token = document.querySelector("meta[name=csrf-token]");
    if (token) headers["X-CSRF-Token"] = token.content;
    const asked = { method: "POST", headers, body: JSON.stringify(told), credentials: "same-origin", keepalive: true };
    if (AbortSignal.timeout) asked.signal = AbortSignal.timeout(30000);
    try {
      const answered = await fetch(`/figures/${encodeURIComponent(fingerprint)}/decision`, asked);
      const data = (answered.headers.get("content-type") || "").startsWith("application/json");
      return { status: data ? answered.status : answered.status || 500, body: data ? await answered.json() : null };
    } catch (error) {
      return { status: 0, body: null };
    }
  }
};
