"use strict";
// Sorts and searches the tables that ask for it; without it they are plain tables.
(() => {
  const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function key(row, column, kind) {
    const cell = row.cells[column];
    if (kind !== "number") return cell.textContent.trim();
    return cell.dataset.key === undefined ? NaN : Number(cell.dataset.key);
  }

  // What has no number comes last in either direction.
  function compare(a, b, kind, direction) {
    if (kind !== "number") return direction * words.compare(a, b);
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
    return direction * (a - b);
  }

  function sort(table, head) {
    const kind = head.dataset.sort;
    const first = kind === "number" ? "descending" : "ascending";
    const other = kind === "number" ? "ascending" : "descending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    const direction = order === "ascending" ? 1 : -1;
    for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
    const column = head.cellIndex;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row, column, kind), row]);
    rows.sort(([a], [b]) => compare(a, b, kind, direction));
    body.append(...rows.map(([, row]) => row));
  }

  function addButtons(table) {
    for (const head of table.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(table, head));
    }
  }

  // Accents and case do not matter: "muller" finds "Müller".
  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function addSearch(table) {
    const place = document.querySelector(".search");
    const field = place.querySelector("input");
    const told = place.querySelector("output");
    const rows = [...table.tBodies[0].rows].map((row) => [plain(row.textContent), row]);
    place.hidden = false;
    function search() {
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [text, row] of rows) {
        row.hidden = !wanted.every((word) => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      told.textContent = wanted.length ? `${shown} of ${rows.length} shown` : "";
    }
    field.addEventListener("input", search);
    search();
  }

  for (const table of document.querySelectorAll("table.grades")) {
    addButtons(table);
    addSearch(table);
  }
})();
