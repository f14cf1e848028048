// Agents' time, escalations, callbacks, cases, costs: tables and bars of what agents do.

const STATES = ["idle", "ringing", "talking", "holding", "wrap_up", "cases", "away", "on_break"];

function stateLegend() {
  return el("ul", {class: "legend"}, STATES.map((s, i) => el("li", {}, el("span", {class: `mark block state-${i}`}), T("state." + s))));
}

function hoursBar(group) {
  const all = group.hours.reduce((a, b) => a + b, 0);
  const bar = el("div", {class: "bar", role: "img", "aria-label": STATES.map((s, i) => T("state." + s) + " " + percent(group.hours[i] / (all || 1))).join(", ")});
  group.hours.forEach((hours, i) => {
    if (!(hours > 0)) return;
    const part = el("span", {class: `state-${i}`, title: T("state." + STATES[i]) + " " + rounded(hours) + " h"}, hours / all > 0.08 ? percent(hours / all) : "");
    part.style.flexGrow = String(hours);
    bar.append(part);
  });
  return el("div", {class: "group-bar"}, el("span", {class: "group-name"}, name(group.name), group.lead ? el("em", {}, " " + T("lead")) : null), bar, el("span", {class: "hours"}, rounded(all) + " h"));
}

function timeSection() {
  const groups = DATA.groups.slice(0, 40);
  return section("time", T("s.time"), stateLegend(), el("figure", {class: "wide"}, el("figcaption", {}, T("c.time")), groups.map(hoursBar),
    tableBehind([T("group"), ...STATES.map((s) => T("state." + s))], () => groups.map((g) => [name(g.name), ...g.hours.map((h) => rounded(h) + " h")]))));
}

function tableSection(id, keys, extra) {
  const present = keys.filter((key) => DATA.tables[key]);
  if (!present.length) return null;
  return section(id, T("s." + id), extra || null, present.map((key) => measureTable(DATA.tables[key], key === "outages" ? "o." : "")));
}

function leadLoad() {
  const leads = DATA.groups ? DATA.groups.filter((g) => g.lead) : [];
  return leads.length ? chart({title: T("c.leads"), labels: DATA.day.labels, step: columnStep(), format: (x) => percent(x, 1), axis: percentAxis, most: 1,
    series: leads.slice(0, 4).map((g, i) => ({label: g.name, colour: "--c" + (i + 1), values: g.occupancy, kind: "step"}))}) : null;
}

/// Shares in time of a table of measures, kinds down and deadlines across.
function deadlines(data) {
  const promised = data ? data.rows.filter((row) => row.measure.endsWith("_in_time")) : [];
  if (!promised.length) return null;
  const rows = data.scopes.map((scope, i) => ({name: name(scope), values: promised.map((row) => row.cells[i][0])}));
  return heatMap(T("c.deadlines"), promised.map((row) => measureLabel(row.measure)), rows.filter((row) => row.values.some(known)), "level", (x) => levelClass(x, 0.9));
}

function agreementSection() {
  return DATA.agreements.length ? section("agreements", T("s.agreements"), table(agreementHeads(), agreementRows(DATA.agreements), {class: "numbers"})) : null;
}

function caveats() {
  const run = DATA.run, items = [...(run.doubts || []), ...run.warnings];
  if (run.interrupted) items.unshift(T("interrupted", run.replications, run.asked_for));
  if (run.observations === 1) items.unshift(T("one_replication"));
  if (!run.precise) items.unshift(T("not_precise"));
  return items.length ? section("caveats", T("s.caveats"), el("ul", {}, items.map((text) => el("li", {}, el("bdi", {}, text))))) : null;
}

function reproduce() {
  const run = DATA.run;
  return section("again", T("s.again"), el("pre", {}, el("code", {}, run.command)),
    el("p", {}, T("scenario_hash"), " ", el("code", {}, run.hash), T("stop"), " ", T("seed"), " ", String(run.seed), T("stop"), " thirdring ", run.version, ", ", run.engine, T("stop")));
}
