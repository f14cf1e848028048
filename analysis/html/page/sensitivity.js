// What a little less and more of each input does: a tornado for each agreement or measure.

function inputLabel(input) {
  return T("input." + input);
}

function targetLabel(target) {
  const agreement = agreementPart(target.measure);
  return agreement ? [name(agreement[0]), ", ", T("part." + agreement[1])] : [measureLabel(target.measure)];
}

/// The change of a target, where it is certain.
function certainly(input, way, t) {
  const effect = input.effects[way][t];
  return effect && certain({difference: effect}) ? effect[0] : null;
}

function tornado(target, t) {
  const values = [0, 1].map((way) => DATA.inputs.map((input) => certainly(input, way, t)));
  const most = Math.max(...values.flat().map((x) => Math.abs(x || 0))) * 1.06;
  if (!(most > 0)) return el("p", {}, T("compare.none"));
  const change = (x) => (known(x) ? inWords([x, x, x], target.unit, true) : NONE);
  const short = (x) => (x > 0 ? "+" : "") + Number((x * scaleOf(target.unit, most)[0]).toPrecision(3)).toString().replace("-", "−");
  return chart({title: [T("s.tornado"), ": ", targetLabel(target), ", ", inWords(target.base, target.unit)], lying: true, labels: DATA.inputs.map((input) => inputLabel(input.name)),
    across: T("input"), least: -most, most, format: change, axis: short, height: 64 + 34 * DATA.inputs.length,
    series: values.map((of, way) => ({label: T(way ? "more_of" : "less_of", plain(DATA.by, "share")), colour: way ? "--c3" : "--c1", values: of, kind: "bars"}))});
}

function effectsTable(target, t) {
  const cell = (input, way) => {
    const effect = input.effects[way][t], words = inWords(effect, target.unit, true);
    return !effect || certain({difference: effect}) ? words : "(" + words + ")";
  };
  return table([T("input"), T("less_of", plain(DATA.by, "share")), T("more_of", plain(DATA.by, "share"))],
    DATA.inputs.map((input) => [inputLabel(input.name), cell(input, 0), cell(input, 1)]), {class: "numbers"});
}

function targetSection(target, t) {
  const agreement = agreementPart(target.measure);
  const found = agreement && DATA.agreements.find((a) => a.name === agreement[0]);
  return section("target-" + t, targetLabel(target), found ? el("p", {}, badge(statusOf(found)), " ", asked(found)) : null, tornado(target, t), effectsTable(target, t));
}

/// The input that matters most, to the first target, of those whose effect is certain.
function matters() {
  const size = (input) => Math.max(...[0, 1].map((way) => Math.abs(certainly(input, way, 0) || 0)));
  const first = DATA.inputs.filter((input) => size(input) > 0).sort((a, b) => size(b) - size(a));
  return el("article", {class: "card answer " + (first.length ? "kept" : "untold"), id: "matters"}, el("h2", {}, T("q.matters")),
    el("p", {class: "word"}, first.length ? inputLabel(first[0].name) : T("compare.none")),
    first.length ? el("ul", {}, first.slice(0, 3).map((input) => el("li", {}, inputLabel(input.name), ": ", [0, 1].filter((way) => input.effects[way][0]).map((way, i) =>
      [i ? T("comma") : "", T(way ? "more_of" : "less_of", plain(DATA.by, "share")), " ", inWords(input.effects[way][0], DATA.targets[0].unit, true)])))) : null,
    el("p", {class: "note"}, targetLabel(DATA.targets[0]), ", ", inWords(DATA.targets[0].base, DATA.targets[0].unit)));
}

function changedAgents() {
  if (!DATA.groups.length) return null;
  return section("agents", T("s.changed_agents"), note(T("changed_agents")),
    table([T("group"), T("less_of", plain(DATA.by, "share")), T("as_planned"), T("more_of", plain(DATA.by, "share"))],
      DATA.groups.map((g) => [name(g.name), rounded(g.less), rounded(g.agents), rounded(g.more)]), {class: "numbers"}));
}

function sensitivityPage() {
  const run = DATA.run, title = DATA.name || run.file;
  document.title = title + " · Third Ring";
  const head = el("header", {}, el("div", {}, el("p", {class: "brand"}, "Third Ring"), el("h1", {}, name(title)), DATA.why ? el("p", {class: "why"}, el("bdi", {}, DATA.why)) : null,
    el("p", {class: "meta"}, T("sensitivity.meta", run.replications, plain(DATA.by, "share")), run.overrides.length ? [" ", T("changed"), " ", el("code", {}, run.overrides.join("  "))] : null)), themeSwitch());
  const again = section("again", T("s.again"), el("p", {}, name(run.file), " ", el("code", {}, run.hash), T("stop"), " ", T("seed"), " ", String(run.seed), T("stop"), " thirdring ", run.version, T("stop")));
  const sections = [...(DATA.inputs.length ? DATA.targets.map(targetSection) : []), changedAgents(), caveats(), again].filter(Boolean);
  const without = DATA.left_out.length ? note(T("left_out_inputs", DATA.left_out.map(inputLabel).join(T("comma")))) : null;
  return [head, el("div", {class: "first two"}, matters()), contents(sections), note(T("in_brackets")), without, ...sections];
}
