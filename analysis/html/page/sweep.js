// A sweep: the cheapest plan that keeps everything, and how measures answer to what was varied.

const MOST_LINES = 5, MOST_ROWS = 500;

function measureWords(measure) {
  const agreement = agreementPart(measure);
  return agreement ? agreement[0] + T("comma") + T("part." + agreement[1]) : measureLabel(measure);
}

function countOf(point) {
  const agreements = agreementsAt(point), kept = agreements.filter((a) => statusOf(a) === "kept").length;
  return T("so_many_of", kept, agreements.length);
}

/// The mark of the chosen point: a star only if it keeps everything.
function markOf(point, chosen) {
  if (point === chosen) return keepsAll(point) ? "★ " : "○ ";
  return keepsAll(point) ? "✓ " : "";
}

/// The agreement that is broken most often, if any is.
function weakest(point) {
  const sorted = agreementsAt(point).filter((a) => a.breach[0] > 0).sort((a, b) => b.breach[0] - a.breach[0]);
  return sorted.length ? el("span", {}, name(sorted[0].name), ": ", brokenOn(sorted[0], sorted[0].breach[0])) : NONE;
}

function priceWords(point) {
  return DATA.price ? inWords(estimateAt(point, DATA.price), unitOf(DATA.price)) : NONE;
}

/// The cheapest point that keeps everything; if there is none, the one that comes nearest.
function chosenPoint() {
  const keeping = byPrice(DATA.points.filter(keepsAll));
  if (keeping.length) return keeping[0];
  return [...DATA.points].sort((a, b) => breachesAt(a) - breachesAt(b) || priceOf(a) - priceOf(b))[0];
}

function cheapest(chosen) {
  const card = (status, word, ...rest) => el("article", {class: "card answer " + status, id: "cheapest"}, el("h2", {}, T("q.cheapest")), el("p", {class: "word"}, word), ...rest);
  if (!DATA.agreements.length) return card("untold", T("verdict.none.word"), el("p", {}, T("verdict.none.text")));
  const keeping = DATA.points.filter(keepsAll).length, price = DATA.price ? [measureLabel(DATA.price), ": ", priceWords(chosen), T("stop"), " "] : [];
  const agreements = el("ul", {class: "agreements"}, agreementsAt(chosen).slice(0, 6).map((a) => el("li", {class: statusOf(a)}, badge(statusOf(a)), el("span", {class: "what"}, name(a.name)),
    el("span", {class: "told"}, T("reached_of", valueOf(a.achieved, a.unit), asked(a)), " · ", brokenOn(a, a.breach[0])))));
  if (!keeping) return card("broken", T("cheapest.none"), el("p", {}, T("cheapest.nearest"), valuesInWords(chosen), T("stop"), " ", price), agreements);
  return card("kept", valuesInWords(chosen), el("p", {}, price, T("cheapest.kept", keeping, DATA.points.length)), agreements);
}

/// The points next to the chosen one by price.
function around(chosen) {
  const sorted = byPrice(DATA.points), at = sorted.indexOf(chosen), shown = sorted.slice(Math.max(0, at - 4), at + 4);
  const heads = [DATA.variables.flatMap((path, v) => [v ? T("comma") : "", name(shortPath(path))]), DATA.price ? measureLabel(DATA.price) : T("price"), T("status.kept"), T("weakest")];
  const rows = shown.map((point) => [el("span", {class: point === chosen ? "certain" : ""}, markOf(point, chosen), point.values.flatMap((value, v) => [v ? T("comma") : "", name(value)])),
    DATA.price ? valueOf(estimateAt(point, DATA.price), unitOf(DATA.price)) : NONE, countOf(point), el("div", {}, weakest(point))]);
  return el("article", {class: "card answer", id: "around"}, el("h2", {}, T("q.around")), table(heads, rows, {class: "numbers small"}));
}

function select(label, options, chosen, onchange) {
  const box = el("select", {onchange: () => onchange(box.value)}, options.map(([value, text]) => el("option", {value, ...(value === chosen ? {selected: ""} : {})}, text)));
  return el("label", {}, label, " ", box);
}

/// What a curve or a map is about, and the points on it: all that have the fixed values.
function view(variables, chosen) {
  const of = {measure: DATA.measures[0].name, x: variables[0].v, lines: variables.length > 1 && variables[1].values.length > 1 ? variables[1].v : -1};
  of.fixed = [...chosen.values];
  of.points = () => DATA.points.filter((point) => point.values.every((value, v) => v === of.x || v === of.lines || value === of.fixed[v]));
  return of;
}

/// Of a long list its ends and some between.
function some(list, most) {
  return list.length <= most ? list : Array.from({length: most}, (unused, i) => list[Math.round((i * (list.length - 1)) / (most - 1))]);
}

/// Where the scale of a measure ends: shares that come near it at all.
function mostOf(unit, values) {
  return unit === "share" && Math.max(...values) > 0.5 ? 1 : undefined;
}

function curve(of, variables) {
  const x = variables[of.x], unit = unitOf(of.measure), points = of.points();
  const other = of.lines < 0 ? null : variables[of.lines], lines = other ? some(other.values, MOST_LINES) : [null];
  const series = lines.map((value, i) => {
    const found = x.values.map((text) => points.find((point) => point.values[of.x] === text && (value === null || point.values[of.lines] === value)));
    const part = (k) => found.map((point) => { const e = point && estimateAt(point, of.measure); return e ? e[k] : null; });
    return {label: value === null ? measureWords(of.measure) : shortPath(other.path) + " " + value, colour: PLAN_COLOURS[i], values: part(0), low: part(1), high: part(2), across: true};
  });
  return chart({title: measureWords(of.measure) + " · " + shortPath(x.path), labels: x.values, at: x.numeric ? x.values.map(x.number) : undefined, across: x.path, interval: true, wide: true, height: 300,
    format: (y) => plain(known(y) ? Number(y.toPrecision(4)) : y, unit), axis: (y) => plain(Number(y.toPrecision(6)), unit), most: mostOf(unit, series.flatMap((one) => one.high)), series,
    note: other && lines.length < other.values.length ? T("some_lines", lines.length, other.values.length) : null});
}

/// Points that lie about: each a dot.
function cloud(of, variables) {
  const x = variables[of.x], unit = unitOf(of.measure);
  const at = (point) => (x.numeric ? x.number(point.values[of.x]) : x.values.indexOf(point.values[of.x]));
  const sorted = DATA.points.filter((point) => estimateAt(point, of.measure)).sort((a, b) => at(a) - at(b));
  const kinds = [["kept", "--c2", keepsAll], ["broken", "--c3", (point) => !keepsAll(point)]];
  return chart({title: measureWords(of.measure) + " · " + shortPath(x.path), labels: sorted.map((point) => point.values[of.x]), at: sorted.map(at), across: x.path, wide: true, height: 300,
    format: (y) => plain(known(y) ? Number(y.toPrecision(4)) : y, unit), axis: (y) => plain(Number(y.toPrecision(6)), unit), most: mostOf(unit, sorted.map((point) => estimateAt(point, of.measure)[0])),
    series: kinds.map(([kind, colour, is]) => ({label: T("all_" + kind), colour, kind: "dots", values: sorted.map((point) => (is(point) ? estimateAt(point, of.measure)[0] : null))}))});
}

function toneClass(x, low, high) {
  return high > low ? Math.min(5, Math.floor((6 * (x - low)) / (high - low))) : 0;
}

function mapOfTwo(of, variables, chosen) {
  const rows = variables[of.lines], columns = variables[of.x], unit = unitOf(of.measure), points = of.points();
  const value = (point) => (point && estimateAt(point, of.measure) || [null])[0];
  const all = points.map(value).filter(known), low = Math.min(...all), high = Math.max(...all);
  const cell = (point) => {
    const x = value(point);
    if (!known(x)) return el("td", {class: "empty"}, "");
    return el("td", {class: `tone-${toneClass(x, low, high)}`}, markOf(point, chosen) + plain(Number(x.toPrecision(3)), unit));
  };
  return el("figure", {class: "wide"}, el("figcaption", {}, measureWords(of.measure), ": ", name(rows.path), " ↓ ", name(columns.path), " →"),
    el("div", {class: "scroll"}, el("table", {class: "heat"}, el("thead", {}, el("tr", {}, el("th", {scope: "col"}, ""), columns.values.map((text) => el("th", {scope: "col"}, el("span", {}, text))))),
      el("tbody", {}, rows.values.map((row) => el("tr", {}, el("th", {scope: "row"}, name(row)),
        columns.values.map((column) => cell(points.find((point) => point.values[of.lines] === row && point.values[of.x] === column)))))))),
    el("p", {class: "scale"}, T("scale.tone", plain(Number(low.toPrecision(3)), unit), plain(Number(high.toPrecision(3)), unit)), [0, 1, 2, 3, 4, 5].map((i) => el("span", {class: `tone-${i}`}, " ")), T("map_marks")));
}

function answers(chosen) {
  if (!DATA.measures.length) return null;
  const variables = DATA.variables.map((path, v) => variableAt(v)), grid = fillsGrid(variables), of = view(variables, chosen);
  const pictures = el("div", {}), controls = el("div", {class: "controls choosers"});
  const draw = () => {
    drawn.length = 0;
    pictures.replaceChildren(...(grid ? [curve(of, variables), of.lines < 0 ? null : mapOfTwo(of, variables, chosen)] : [cloud(of, variables)]).filter(Boolean));
    const varied = variables.filter((variable) => variable.values.length > 1), named = (list) => list.map((variable) => [String(variable.v), variable.path]);
    const change = (what) => (value) => { what(value); draw(); };
    controls.replaceChildren(...[
      select(T("choose.measure"), DATA.measures.map((m) => [m.name, measureWords(m.name)]), of.measure, change((value) => { of.measure = value; })),
      select(T("choose.across"), named(variables), String(of.x), change((value) => { if (Number(value) === of.lines) of.lines = of.x; of.x = Number(value); })),
      grid && varied.length > 1 ? select(T("choose.lines"), [["-1", NONE], ...named(variables.filter((variable) => variable.v !== of.x))], String(of.lines), change((value) => { of.lines = Number(value); })) : null,
      ...(grid ? variables.filter((variable) => variable.v !== of.x && variable.v !== of.lines && variable.values.length > 1).map((variable) =>
        select(variable.path, variable.values.map((value) => [value, value]), of.fixed[variable.v], change((value) => { of.fixed[variable.v] = value; }))) : [])].filter(Boolean));
  };
  draw();
  return section("answers", T("s.answers"), controls, pictures);
}

function allPoints(chosen) {
  const sorted = byPrice(DATA.points), shown = sorted.slice(0, MOST_ROWS);
  const heads = [T("point"), ...DATA.variables.map(name), ...DATA.measures.map((m) => measureWords(m.name)), T("status.kept")];
  return section("points", T("s.points"), table(heads, shown.map((point) => [markOf(point, chosen) + point.point, ...point.values.map(name),
    ...DATA.measures.map((m, i) => inWords(point.numbers[i], m.unit)), countOf(point)]), {class: "numbers small points"}), sorted.length > shown.length ? note(T("more_points", sorted.length - shown.length)) : null);
}

function sweepCaveats() {
  const run = DATA.run, items = [];
  if (run.unfinished > 0) items.push(T("unfinished_points", run.unfinished, run.points));
  if (run.replications < 100) items.push(T("few_replications", run.replications));
  if (DATA.points.length > 1 && DATA.agreements.length) items.push(T("picked_best"));
  return items.length ? section("caveats", T("s.caveats"), el("ul", {}, items.map((text) => el("li", {}, text)))) : null;
}

function sweepPage() {
  const run = DATA.run;
  document.title = run.file + " · Third Ring";
  const head = el("header", {}, el("div", {}, el("p", {class: "brand"}, "Third Ring"), el("h1", {}, name(run.file)), el("p", {class: "meta"}, T("sweep.meta", run.points, run.replications))), themeSwitch());
  const again = section("again", T("s.again"), el("pre", {}, el("code", {}, `thirdring results ${run.store}`)), el("p", {}, T("sweep_hash"), " ", el("code", {}, run.hash), T("stop"), " thirdring ", run.version, T("stop")));
  if (!DATA.points.length) return [head, el("p", {}, T("no_points")), sweepCaveats(), again].filter(Boolean);
  const chosen = chosenPoint();
  const sections = [answers(chosen), allPoints(chosen), sweepCaveats(), again].filter(Boolean);
  return [head, el("div", {class: "first two"}, cheapest(chosen), around(chosen)), contents(sections), ...sections];
}
