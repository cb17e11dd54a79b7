(function () {
  "use strict";
  var still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }

  // A story: a fact shows its words in every report, words show the fact.
  function clear(story) {
    all(".chosen, mark.on, .report.silent", story).forEach(function (e) { e.classList.remove("chosen", "on", "silent"); });
  }

  function choose(line, fromReport) {
    var story = line.closest(".story"), pane = story.querySelector(".reports"), first = null;
    var facts = line.dataset.facts.trim().split(" ");
    clear(story);
    line.classList.add("chosen");
    all("mark[data-f]", pane).forEach(function (mark) {
      var own = mark.dataset.f.split(" ");
      if (facts.some(function (fact) { return own.indexOf(fact) >= 0; })) {
        mark.classList.add("on");
        first = first || mark;
      }
    });
    all(".report", pane).forEach(function (report) { report.classList.toggle("silent", !report.querySelector("mark.on")); });
    if (fromReport) {
      line.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
      line.querySelector("a.choose").focus({ preventScroll: true });
    } else if (first && pane.scrollHeight > pane.clientHeight + 4) {
      var top = first.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
      pane.scrollTo({ top: top - pane.clientHeight / 3, behavior: still ? "auto" : "smooth" });
    }
  }

  function lineOf(link) {
    var hash = link.getAttribute("href").split("#")[1];
    var line = hash && document.getElementById(hash);
    if (line && line.dataset.facts) { return line; }
    var facts = link.parentNode.dataset.f ? link.parentNode.dataset.f.split(" ") : [];
    return facts.map(function (fact) { return document.querySelector('li[data-facts~="' + fact + '"]'); }).filter(Boolean)[0];
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".story a.choose, .story mark > a");
    var line = link && lineOf(link);
    if (!line) { return; }
    event.preventDefault();
    if (line.classList.contains("chosen") && link.classList.contains("choose")) {
      clear(line.closest(".story"));
      history.replaceState(null, "", location.pathname);
      return;
    }
    history.replaceState(null, "", "?" + link.getAttribute("href").split("#")[0].slice(1));
    choose(line, link.parentNode.tagName === "MARK");
  });

  function arrive() {
    var fact = new URLSearchParams(location.search).get("fact");
    var line = fact && document.querySelector('.story li[data-facts~="' + CSS.escape(fact) + '"]');
    if (!line) { return; }
    choose(line, false);
    line.scrollIntoView({ block: "center", behavior: "instant" });
  }

  // Review: one key a judgement.
  function current() { return document.querySelector("[data-review].current") || document.querySelector("[data-review]"); }

  function go(step) {
    var items = all("[data-review]"), at = items.indexOf(current());
    var next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (!next) { return; }
    items.forEach(function (item) { item.classList.toggle("current", item === next); });
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    if (!document.querySelector("[data-review], .last .undo")) { return; }
    var item = current(), button = item && item.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (button) { event.preventDefault(); button.click(); }
    else if (event.key === "j") { go(1); }
    else if (event.key === "k") { go(-1); }
    else if (event.key === "z") { var undo = document.querySelector(".last .undo button"); if (undo) { undo.click(); } }
  });

  arrive();
  if (document.querySelector("[data-review] [data-key]")) { go(0); }
})();
