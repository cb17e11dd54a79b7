(function () {
  "use strict";
  function light(element, on) {
    var held = element.closest && element.closest("[data-s], .ref");
    if (!held) { return; }
    var numbers = (held.dataset.s || held.dataset.n).split(" ");
    numbers.forEach(function (number) {
      Array.prototype.forEach.call(document.querySelectorAll('[data-s~="' + number + '"]'), function (other) {
        other.classList.toggle("on", on);
      });
    });
  }
  [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]].forEach(function (pair) {
    document.addEventListener(pair[0], function (event) { light(event.target, pair[1]); });
  });
})();
