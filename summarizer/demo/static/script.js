// Highlighting, pinning, copying and dropping files. All listeners sit on the document, because Gradio redraws
// what is inside it. Nothing here changes anything but classes, the status line and the clipboard.
(() => {
  "use strict";
  const result = (node) => node.closest(".tt-result");
  const spans = (root, attribute, name) => root.querySelectorAll(`.tt-article [${attribute}~="${CSS.escape(name)}"]`);
  const told = (sentence) => sentence.isConnected &&
    [...sentence.childNodes].filter((node) => !node.classList?.contains("tt-hidden")).map((n) => n.textContent).join("");
  let pinned = null;
  let pinnedWords = "";
  let lit = null;
  let litWords = "";

  function clear(root) {
    lit = null;
    (root || document).querySelectorAll(".tt-lit").forEach((node) => node.classList.remove("tt-lit"));
  }

  function light(sentence) {
    const root = result(sentence);
    if (!root) return [];
    clear(root);
    lit = sentence;
    litWords = told(sentence);
    sentence.classList.add("tt-lit");
    const found = [];
    sentence.dataset.sources.split(" ").forEach((name) => {
      spans(root, "data-s", name).forEach((node) => {
        node.classList.add("tt-lit");
        found.push(node);
      });
    });
    bring(root, found[0], false);
    return found;
  }

  // Scroll the article's own box; the page itself only when the reader asked for it by a click or a key.
  function bring(root, node, page) {
    if (!node) return;
    const box = node.closest(".tt-scroll");
    if (box) {
      const top = node.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      box.scrollTo({ top: top - box.clientHeight / 3, behavior: calm() ? "auto" : "smooth" });
    }
    const seen = (box || node).getBoundingClientRect();
    if (page && (seen.bottom < 80 || seen.top > window.innerHeight - 80)) {
      (box || node).scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    }
  }

  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function pin(sentence) {
    const same = pinned === sentence;
    if (pinned) pinned.setAttribute("aria-pressed", "false");
    pinned = same ? null : sentence;
    if (!pinned) return clear(result(sentence));
    pinnedWords = told(pinned);
    pinned.setAttribute("aria-pressed", "true");
    bring(result(sentence), light(sentence)[0], true);
  }

  function unpin() {
    if (pinned) pinned.setAttribute("aria-pressed", "false");
    pinned = null;
    clear();
  }

  function leave(event) {
    const sentence = event.target.closest?.(".tt-sentence");
    if (!sentence) return;
    if (pinned && pinned.isConnected) light(pinned);
    else clear(result(sentence));
  }

  function enter(event) {
    const sentence = event.target.closest?.(".tt-sentence");
    if (sentence) light(sentence);
  }

  function locate(button) {
    const root = result(button);
    if (!root) return;
    unpin();
    const found = [...spans(root, "data-f", button.dataset.fact)];
    found.forEach((node) => node.classList.add("tt-lit"));
    root.querySelectorAll(`.tt-fact[data-fact~="${CSS.escape(button.dataset.fact)}"]`)
      .forEach((node) => node.classList.add("tt-lit"));
    const hidden = found.length && found[0].closest(".tt-removed");
    if (hidden) {
      const box = hidden.closest(".tt-article").querySelector(".tt-show-removed");
      box.checked = true;
      showRemoved(box);
    }
    bring(root, found[0], true);
  }

  function showRemoved(box) {
    box.closest(".tt-article").classList.toggle("tt-removed-shown", box.checked);
  }

  async function copy(button) {
    const text = button.dataset.text;
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {  // no permission, or a page without https
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.classList.add("tt-done");
    button.querySelector(".tt-copied")?.removeAttribute("hidden");
    setTimeout(() => {
      button.classList.remove("tt-done");
      button.querySelector(".tt-copied")?.setAttribute("hidden", "");
    }, 1600);
  }

  // A click on a button that starts something is answered before the server has been heard.
  let sending = "";
  function acknowledge(button) {
    const status = document.getElementById(button.id.replace(/-run$/, "-status"));
    sending = document.querySelector(".tt-sending")?.innerHTML || sending;
    const line = status?.querySelector("p");
    if (!line || !sending) return;
    line.className = "tt-status tt-busy";
    line.innerHTML = sending;  // the page's own words
    if (status.getBoundingClientRect().top > window.innerHeight - 120) {
      status.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    }
  }

  document.addEventListener("mouseover", enter);
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusin", enter);
  document.addEventListener("focusout", leave);
  document.addEventListener("click", (event) => {
    const starter = event.target.closest?.("button[id^=tt-][id$=-run]");
    if (starter && !starter.disabled) acknowledge(starter);
    const target = event.target.closest?.(".tt-sentence, .tt-locate, .tt-copy");
    if (!target) return;
    if (target.matches(".tt-copy")) copy(target);
    else if (target.matches(".tt-locate")) locate(target);
    else pin(target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") unpin();
    const sentence = event.target.closest?.(".tt-sentence");
    if (sentence && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      pin(sentence);
    }
  });
  // A file that the server would refuse is not sent at all.
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.(".tt-drop input[type=file]")) return;
    const told = event.target.closest(".tt-drop").querySelector(".tt-not-sent");
    told.hidden = ![...event.target.files].some((file) => file.size > Number(told.dataset.most));
    if (told.hidden) return;
    event.stopImmediatePropagation();
    event.target.value = "";
  }, true);
  document.addEventListener("change", (event) => {
    if (event.target.matches?.(".tt-show-removed")) showRemoved(event.target);
  });

  // Gradio draws what is new into the nodes that are there and takes away what was set here: put it back, unless
  // another sentence stands there now.
  function redrawn() {
    document.querySelectorAll(".tt-show-removed").forEach(showRemoved);
    if (pinned && told(pinned) !== pinnedWords) pinned = null;
    if (lit && told(lit) !== litWords) lit = null;
    pinned?.setAttribute("aria-pressed", "true");
    if (lit && !lit.classList.contains("tt-lit")) light(lit);
  }
  new MutationObserver(redrawn).observe(document.documentElement, { childList: true, subtree: true });

  // Gradio's own messages in the page's language; what was being sent when one comes is not being sent any more.
  function notice() {
    document.querySelectorAll("[data-testid=toast-body].error").forEach((toast) => {
      const title = toast.querySelector(".toast-title");
      if (!title || title.querySelector(".tt-w")) return;
      title.innerHTML = document.querySelector(".tt-notices b").innerHTML;
      toast.querySelectorAll("[data-testid=toast-text]").forEach((text) => {
        const said = text.textContent.toLowerCase();
        const fits = [...document.querySelectorAll(".tt-notices p")].find((p) => said.includes(p.dataset.words));
        text.innerHTML = fits.innerHTML;
        document.querySelectorAll(".tt-status").forEach((line) => {
          if (line.innerHTML !== sending) return;
          line.className = "tt-problem";
          line.innerHTML = fits.innerHTML;
        });
      });
    });
  }
  // A narrow page has a menu of tabs, which Gradio names in English for screen readers.
  function nameMenu() {
    const name = document.querySelector(`.tt-notices i [lang="${document.documentElement.lang}"]`)?.textContent;
    document.querySelectorAll(".overflow-menu > button").forEach((button) => {
      if (name && button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
    });
  }
  new MutationObserver(nameMenu).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["lang"] });
  new MutationObserver(notice).observe(document.documentElement, { childList: true, subtree: true });

  // The programs' examples show the address this page has.
  const here = () => document.querySelectorAll(".tt-address").forEach((node) => {
    const address = location.origin + location.pathname.replace(/[^/]*$/, "");
    if (node.textContent !== address) node.textContent = address;
  });
  new MutationObserver(here).observe(document.documentElement, { childList: true, subtree: true });

  // Files dropped anywhere on a drop area go to its upload button, as if they had been chosen there.
  const area = (event) => event.target.closest?.(".tt-drop");
  document.addEventListener("dragover", (event) => {
    const zone = area(event);
    if (!zone || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    zone.classList.add("tt-over");
  });
  document.addEventListener("dragleave", (event) => {
    const zone = area(event);
    if (zone && !zone.contains(event.relatedTarget)) zone.classList.remove("tt-over");
  });
  document.addEventListener("drop", (event) => {
    const zone = area(event);
    const input = zone?.querySelector("input[type=file]");
    if (!input || !event.dataTransfer.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    zone.classList.remove("tt-over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, true);
})();
