// Tables of measures, and tables whose cells are coloured: heat maps.

/// A table of the data: {scopes, rows: [{measure, unit, cells}], left_out}.
function measureTable(data, prefix) {
  const heads = ["", ...data.scopes.map((scope) => (scope === "" ? T("all") : name(scope)))];
  const rows = data.rows.map((row) => [measureLabel((prefix || "") + row.measure), ...row.cells.map((cell) => inWords(cell, row.unit))]);
  return [table(heads, rows, {class: "numbers"}), data.left_out ? note(T("left_out", data.left_out)) : null];
}

/// The class of a share against what it should reach: 0 far below ... 5 well above.
function levelClass(x, aim) {
  const steps = [aim - 0.3, aim - 0.15, aim - 0.05, aim, aim + (1 - aim) / 2];
  return steps.filter((step) => x >= step).length;
}

/// Of an occupancy: idle is blue, above 85 % is hot.
function loadClass(x) {
  return [0.4, 0.6, 0.75, 0.85, 0.92].filter((step) => x >= step).length;
}

/// rows: [{name, values}].
function heatMap(caption, labels, rows, kind, classOf) {
  const cells = (row) => row.values.map((x) => (known(x) ? el("td", {class: `${kind}-${classOf(x)}`}, String(Math.round(100 * x)))
                                                         : el("td", {class: "empty"}, "")));
  return el("figure", {class: "wide"}, el("figcaption", {}, caption),
    el("div", {class: "scroll"}, el("table", {class: "heat"},
      el("thead", {}, el("tr", {}, el("th", {scope: "col"}, ""), labels.map((label) => el("th", {scope: "col"}, el("span", {}, label))))),
      el("tbody", {}, rows.map((row) => el("tr", {}, el("th", {scope: "row"}, row.name), cells(row)))))),
    el("p", {class: "scale"}, T("scale." + kind), [0, 1, 2, 3, 4, 5].map((i) => el("span", {class: `${kind}-${i}`}, T(`scale.${kind}.${i}`)))));
}
