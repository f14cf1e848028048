// The day by columns: calls, service level, staffing, single days, waits.

/// Seconds from one column to the next, where they are as far apart as periods.
function columnStep() {
  return DATA.run.days === 1 ? DATA.period : null;
}

function percentAxis(y) {
  return Math.round(100 * y) + " %";
}

function daySection() {
  const day = DATA.day, share = {format: (x) => percent(x, 1), axis: percentAxis, least: 0, most: 1};
  const banded = (key, label, colour) => ({label, colour, values: day[key].mean, low: day[key].low, high: day[key].high});
  const target = {label: T("target"), colour: "--accent", dash: true, values: day.labels.map(() => DATA.aim.share)};
  return section("day", T("s.day"), note(T("bands", day.replications)),
    el("div", {class: "figures"},
      chart({title: T("c.calls"), labels: day.labels, step: columnStep(), format: rounded, series: [
        banded("offered", T("offered"), "--c1"), banded("answered", T("answered"), "--c2"), banded("abandoned", T("abandoned"), "--c3")]}),
      chart({title: T("c.level"), labels: day.labels, step: columnStep(), ...share, series: [banded("level", T("in_time"), "--c2"), target], note: null}),
      staffingChart(),
      chart({title: T("c.below"), labels: day.labels, step: columnStep(), ...share, series: [{label: T("below_target"), colour: "--c3", values: day.below, kind: "bars"}]})));
}

function staffingChart() {
  const there = DATA.day.labels.map((label, i) => present(i));
  return chart({title: T("c.staffing"), labels: DATA.day.labels, step: columnStep(), format: rounded, series: [
    {label: T("agents_there"), colour: "--c1", values: there, kind: "step", fill: 15},
    {label: T("agents_needed"), colour: "--c3", values: DATA.staffing.required, kind: "step"},
    {label: T("load"), colour: "--c4", values: DATA.staffing.load, kind: "step", dash: true}],
    note: DATA.staffing.formula ? T("needed_how", DATA.staffing.formula, percent(DATA.aim.share), plain(DATA.aim.within, "seconds")) : null});
}

function heatSection() {
  const rows = DATA.heat.types.map((t) => ({name: t.name === "" ? T("other_types", DATA.heat.others) : name(t.name), values: t.level}));
  const groups = DATA.groups.slice(0, 40).map((g) => ({name: name(g.name), values: g.occupancy}));
  return section("heat", T("s.heat"),
    rows.length ? heatMap(T("c.heat_level", plain(DATA.aim.within, "seconds")), DATA.day.labels, rows, "level", (x) => levelClass(x, DATA.aim.share)) : null,
    heatMap(T("c.heat_occupancy"), DATA.day.labels, groups, "load", loadClass));
}

function waitSection() {
  const w = DATA.waits;
  if (!w) return null;
  const share = (x) => percent(x, 1), last = w.rings.length, end = (list) => list.length - 1;
  const within = w.rings.slice(0, w.third).reduce((a, b) => a + b, 0);
  return section("waits", T("s.waits"), el("div", {class: "figures"},
    chart({title: T("c.rings", percent(within, 1), w.third), across: T("ring"), labels: w.rings.map((x, i) => (i + 1 === last ? i + 1 + "+" : String(i + 1))), space: 30,
      format: share, axis: percentAxis, series: [{label: T("share_answered"), colour: "--c2", values: w.rings, kind: "bars"}],
      mark: lineAt(w.third - 0.5, T("third_ring", w.third))}),
    chart({title: T("c.waits"), across: T("wait"), labels: w.edges.map((x, i) => (i === end(w.edges) ? "≥ " + plain(x, "seconds") : plain(x, "seconds"))),
      format: share, axis: percentAxis, series: [{label: T("share_answered"), colour: "--c1", values: w.shares, kind: "bars"}], note: T("waits_how", plain(w.step, "seconds"))})));
}

function singleDays() {
  const {busiest, worst, labels} = DATA.day;
  const picture = (day, title) => chart({title: T(title, day.replication, rounded(day.calls), percent(day.level)), labels, step: columnStep(), format: rounded, series: [
    {label: T("offered"), colour: "--c1", values: day.offered}, {label: T("answered"), colour: "--c2", values: day.answered},
    {label: T("abandoned"), colour: "--c3", values: day.abandoned, kind: "bars"}]});
  return section("single-days", T("s.single"), el("div", {class: "figures"},
    busiest.replication === worst.replication ? picture(worst, "c.both") : [picture(busiest, "c.busiest"), picture(worst, "c.worst")]));
}
