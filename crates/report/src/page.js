(function () {
  var root = document.documentElement, title = document.querySelector("title"), button = document.getElementById("lang");
  button.hidden = false;
  button.onclick = function () {
    var zh = root.className !== "zh";
    root.className = zh ? "zh" : "en";
    root.lang = zh ? "zh-Hans" : "en";
    document.title = title.getAttribute(zh ? "data-zh" : "data-en");
  };
  // A time inside a year, as a date.
  function date(year) {
    if (year.indexOf(".") < 0) { return year; }
    var whole = Math.floor(year), from = Date.UTC(whole, 0, 1), to = Date.UTC(whole + 1, 0, 1);
    return new Date(from + (year - whole) * (to - from)).toISOString().slice(0, 10);
  }
  // The year nearest to the pointer: a guide line, and its values under the chart.
  document.querySelectorAll("svg.time").forEach(function (svg) {
    var d = svg.getAttribute("data-d").split(" ").map(Number), width = svg.viewBox.baseVal.width;
    var rows = svg.getAttribute("data-h").split(";").map(function (r) { return r.split("|"); });
    var read = svg.nextElementSibling, guide = svg.querySelector(".guide"), slots = read.querySelectorAll("b");
    function show(event) {
      var box = svg.getBoundingClientRect(), x = (event.clientX - box.left) * width / box.width;
      var year = d[2] + (x - d[0]) / (d[1] - d[0]) * (d[3] - d[2]), best = rows[0];
      rows.forEach(function (r) { if (Math.abs(r[0] - year) < Math.abs(best[0] - year)) best = r; });
      slots.forEach(function (slot, i) {
        slot.textContent = i ? best[i] || "" : date(best[0]);
        if (i) slot.parentNode.hidden = !best[i];
      });
      guide.setAttribute("transform", "translate(" + (d[0] + (best[0] - d[2]) / (d[3] - d[2]) * (d[1] - d[0])) + ")");
      guide.classList.add("on");
      read.classList.add("on");
    }
    svg.addEventListener("pointermove", show);
    svg.addEventListener("pointerdown", show);
    svg.addEventListener("pointerleave", function () { guide.classList.remove("on"); read.classList.remove("on"); });
  });
  document.querySelectorAll(".filter").forEach(function (label) {
    var rows = label.parentNode.querySelectorAll("tbody tr");
    label.hidden = false;
    label.querySelector("input").addEventListener("input", function (event) {
      var wanted = event.target.value.toLowerCase();
      rows.forEach(function (row) { row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0; });
    });
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  });
})();
