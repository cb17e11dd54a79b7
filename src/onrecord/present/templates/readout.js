(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  function each(selector, within, act) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), act);
  }

  function clear(story) {
    each(".chosen, mark.on, .report.silent", story, function (e) {
      e.classList.remove("chosen", "on", "silent");
    });
  }

  function choose(line, fromReport) {
    var story = line.closest(".story"), pane = story.querySelector(".reports"), first = null;
    clear(story);
    line.classList.add("chosen");
    var facts = line.dataset.facts.trim().split(" ");
    each("mark[data-f]", pane, function (mark) {
      var own = mark.dataset.f.split(" ");
      if (facts.some(function (fact) { return own.indexOf(fact) >= 0; })) {
        mark.classList.add("on");
        first = first || mark;
      }
    });
    each(".report", pane, function (report) {
      report.classList.toggle("silent", !report.querySelector("mark.on"));
    });
    var words = line.querySelector(":scope > details");
    if (words && !line.querySelector(":scope > ul > .variant")) { words.open = true; }
    if (fromReport) {
      line.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    } else if (first && pane.scrollHeight > pane.clientHeight + 4) {
      var top = first.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
      pane.scrollTo({ top: top - pane.clientHeight / 3, behavior: still ? "auto" : "smooth" });
    }
  }

  function target() {
    var line = document.getElementById(location.hash.slice(1));
    if (line && line.dataset.facts) { choose(line, false); }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.choose, mark > a");
    var line = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!line) { return; }
    event.preventDefault();
    if (line.classList.contains("chosen") && link.classList.contains("choose")) {
      clear(line.closest(".story"));
      history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    history.replaceState(null, "", "#" + line.id);
    choose(line, link.parentNode.tagName === "MARK" || link.parentNode !== line);
  });
  addEventListener("hashchange", target);
  target();
})();
