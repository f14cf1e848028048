// Plans side by side: which is better, what decides, and every difference that is certain.

const PLAN_COLOURS = ["--c1", "--c3", "--c2", "--c4", "--accent"];

/// The file without folders and ending: short, and different between plans.
function planName(i) {
  const plan = DATA.plans[i];
  const short = (p) => p.file.replace(/^.*[\/\\]/, "").replace(/\.ya?ml$/, "");
  return DATA.plans.filter((p) => short(p) === short(plan)).length > 1 ? plan.file : short(plan);
}

/// "agreement.third_ring.breach" -> ["third_ring", "breach"].
function agreementPart(measure) {
  const found = /^agreement\.(.*)\.(achieved|breach|shortfall|penalty)$/.exec(measure);
  return found ? [found[1], found[2]] : null;
}

function differenceOf(m, measure) {
  return DATA.differences[m - 1].find((d) => d.measure === measure && d.of === "");
}

function breachesExpected(plan) {
  return plan.agreements.reduce((sum, a) => sum + (a.breach[0] || 0), 0);
}

/// Agreements whose chance of a breach changes most for certain, against the first plan.
function deciding(m) {
  return DATA.differences[m - 1].filter((d) => (agreementPart(d.measure) || [])[1] === "breach" && certain(d))
    .sort((a, b) => Math.abs(b.difference[0]) - Math.abs(a.difference[0]));
}

function better() {
  const sorted = DATA.plans.map((plan, i) => i).sort((a, b) => breachesExpected(DATA.plans[a]) - breachesExpected(DATA.plans[b]));
  const best = sorted[0], other = best === 0 ? DATA.plans.findIndex((p, i) => i > 0 && deciding(i).length) : best;
  const decided = other > 0 && deciding(other).length > 0;
  const card = (status, word, ...rest) => el("article", {class: "card answer " + status, id: "better"}, el("h2", {}, T("q.better")), el("p", {class: "word"}, word), ...rest);
  const money = DATA.plans.some((p) => p.cost[0] > 0 || p.penalties[0] > 0);
  const rows = sorted.map((i) => {
    const plan = DATA.plans[i], of = (status) => plan.agreements.filter((a) => statusOf(a) === status).length;
    const row = [name(planName(i)), String(of("kept")), String(of("risk")), String(of("broken"))];
    return money ? row.concat(inWords(plan.cost, "money"), inWords(plan.penalties, "money")) : row;
  });
  const heads = [T("plan"), T("status.kept"), T("status.risk"), T("status.broken")].concat(money ? [T("m.cost"), T("m.penalties")] : []);
  return card(decided ? "kept" : "risk", decided ? name(planName(best)) : T("compare.none"),
    el("p", {}, decided ? T("compare.best") : T("compare.none.text")), table(heads, rows, {class: "numbers small"}));
}

function decides() {
  const parts = DATA.plans.slice(1).map((plan, i) => {
    const found = deciding(i + 1).slice(0, 3);
    return el("div", {class: "best"}, el("p", {}, name(planName(i + 1)), " ", T("against", planName(0)), ":"),
      found.length ? el("ul", {}, found.map((d) => el("li", {}, name(agreementPart(d.measure)[0]), ": ", T("broken"), " ",
        fromTo(d.first[0], d.second[0], "share"), " (", inWords(d.difference, "share", true), ")"))) : el("p", {class: "note"}, T("compare.none")));
  });
  const all = DATA.plans.slice(1).flatMap((plan, i) => deciding(i + 1)).sort((a, b) => Math.abs(b.difference[0]) - Math.abs(a.difference[0]));
  return el("article", {class: "card answer " + (all.length ? "kept" : "untold"), id: "decides"}, el("h2", {}, T("q.decides")),
    el("p", {class: "word"}, all.length ? name(agreementPart(all[0].measure)[0]) : T("compare.none")), parts);
}

function sideBySide() {
  const names = [...new Set(DATA.plans.flatMap((p) => p.agreements.map((a) => a.name)))];
  if (!names.length) return null;
  const find = (plan, n) => plan.agreements.find((a) => a.name === n);
  const heads = [T("agreement"), T("asked"), ...DATA.plans.map((p, i) => name(planName(i)))];
  const cell = (plan, n) => {
    const a = find(plan, n);
    return a ? el("div", {}, badge(statusOf(a)), " ", inWords(a.achieved, a.unit), el("br"), T("chance_broken"), " ", inWords(a.breach, "share")) : NONE;
  };
  const rows = names.map((n) => [name(n), asked(DATA.plans.map((p) => find(p, n)).find(Boolean)), ...DATA.plans.map((p) => cell(p, n))]);
  return section("agreements", T("s.agreements"), table(heads, rows, {class: "numbers"}));
}

function curves() {
  if (!DATA.by_period || !DATA.labels.length) return null;
  const shown = DATA.plans.slice(0, PLAN_COLOURS.length), step = DATA.one_day ? DATA.period : null;
  const series = (key) => shown.map((plan, i) => ({label: planName(i), colour: PLAN_COLOURS[i], values: plan[key].mean, low: plan[key].low, high: plan[key].high}));
  return section("day", T("s.day"), el("div", {class: "figures"},
    chart({title: T("c.compare_level", plain(DATA.acceptable_wait, "seconds")), labels: DATA.labels, step, most: 1, interval: true, format: (x) => percent(x, 1), axis: percentAxis, series: series("level")}),
    chart({title: T("c.compare_agents"), labels: DATA.labels, step, format: rounded, series: series("agents").map((s) => ({...s, low: null, high: null, kind: "step"}))})),
    note(T("compare.bands")));
}

function subjectOf(d) {
  const agreement = agreementPart(d.measure);
  return agreement ? [name(agreement[0]), ", ", T("part." + agreement[1])] : measureLabel(d.measure);
}

function differenceTables() {
  return DATA.differences.map((differences, i) => {
    const told = differences.filter((d) => certain(d) && !d.measure.startsWith("service_level.") && Math.abs(d.difference[0]) > 1e-9);
    const heads = [T("measure"), T("of"), name(planName(0)), name(planName(i + 1)), T("difference")];
    const rows = told.map((d) => [subjectOf(d), d.of === "" ? T("all") : name(d.of), inWords(d.first, d.unit), inWords(d.second, d.unit), inWords(d.difference, d.unit, true)]);
    return section("differences-" + (i + 1), [T("s.differences"), ": ", name(planName(i + 1)), " ", T("against", planName(0))], note(T("compare.certain")),
      rows.length ? table(heads, rows, {class: "numbers"}) : el("p", {}, T("compare.none")));
  });
}

function comparePage() {
  const run = DATA.run;
  document.title = DATA.plans.map((p, i) => planName(i)).join(" · ") + " · Third Ring";
  run.warnings = DATA.plans.flatMap((p) => p.warnings.map((w) => p.file + ": " + w));
  const head = el("header", {}, el("div", {}, el("p", {class: "brand"}, "Third Ring"), el("h1", {}, DATA.plans.flatMap((p, i) => (i ? [" · ", name(planName(i))] : [name(planName(i))]))),
    el("p", {class: "meta"}, T("compare.meta", run.replications))), themeSwitch());
  const again = section("again", T("s.again"), el("ul", {}, DATA.plans.map((p) => el("li", {}, name(p.file), " ", el("code", {}, p.hash), " ", p.engine))),
    el("p", {}, T("seed"), " ", String(run.seed), T("stop"), " thirdring ", run.version, T("stop")));
  const sections = [sideBySide(), curves(), ...differenceTables(), caveats(), again].filter(Boolean);
  return [head, el("div", {class: "first two"}, better(), decides()), contents(sections), ...sections];
}
