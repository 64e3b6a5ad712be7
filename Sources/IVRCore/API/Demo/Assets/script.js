"use strict";

// Brings what the server tells into elements that name a field. Without this script the pages are
// loaded again from time to time, which a <noscript> in their heads asks for.
(() => {
  const root = document.querySelector("[data-events]");
  if (!root) return;
  const live = document.querySelector("[data-live]");
  const pollingTime = 5000;

  const tellLive = (text) => {
    live.textContent = text;
    live.hidden = false;
  };

  const show = (news) => {
    if (news.layout && news.layout !== root.dataset.layout) return location.reload();
    for (const element of root.querySelectorAll("[data-field]")) {
      const value = news.fields[element.dataset.field];
      if (value !== undefined && element.textContent !== value) element.textContent = value;
    }
    for (const card of root.querySelectorAll("[data-busy]"))
      card.dataset.busy = card.querySelector("[data-field]").textContent !== "0";
    if (news.phase) showPhase(news);
  };

  const showPhase = (news) => {
    root.dataset.tone = news.tone;
    document.title = document.title.replace(/^.* – /, news.fields.title + " – ");
    root.querySelectorAll(".steps li").forEach((item, place) => {
      item.classList.toggle("past", place < news.step);
      if (place === news.step) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
    reveal("[data-cancel]", news.canCancel);
    reveal("[data-over]", news.isOver);
    reveal("[data-open]", !news.isOver);
    if (news.isOver) tellLive("This request has ended.");
  };

  // Whoever was on what vanishes goes on at the beginning of the content.
  const reveal = (selector, isShown) => {
    const element = document.querySelector(selector);
    if (!element || element.hidden === !isShown) return;
    const hadFocus = element.contains(document.activeElement);
    element.hidden = !isShown;
    if (hadFocus) document.getElementById("main").focus();
  };

  const poll = async () => {
    tellLive("Updated every five seconds.");
    try {
      const answer = await fetch(root.dataset.state, { headers: { Accept: "application/json" } });
      if (answer.status === 404) return location.reload();
      const news = await answer.json();
      show(news);
      if (news.isOver) return;
    } catch {
      tellLive("The server does not answer. Trying again.");
    }
    setTimeout(poll, pollingTime);
  };

  const watch = () => {
    const source = new EventSource(root.dataset.events);
    source.onopen = () => tellLive("Live");
    source.onmessage = (event) => {
      const news = JSON.parse(event.data);
      if (news.isOver) source.close();
      show(news);
    };
    source.onerror = () => {
      tellLive("The connection is interrupted. Trying again.");
      // A browser gives up where the server refuses: too many watch, or the request is forgotten.
      if (source.readyState !== EventSource.CLOSED) return;
      if (root.dataset.state) poll();
      else setTimeout(watch, pollingTime);
    };
  };

  watch();
})();
