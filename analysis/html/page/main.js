// The page from its data.

function header() {
  const run = DATA.run;
  const title = DATA.name || run.file;
  document.title = title + " · Third Ring";
  return el("header", {}, el("div", {}, el("p", {class: "brand"}, "Third Ring"), el("h1", {}, name(title)), DATA.why ? el("p", {class: "why"}, el("bdi", {}, DATA.why)) : null,
    el("p", {class: "meta"}, T("meta", run.replications, run.days, run.start, run.calls), run.overrides.length ? [" ", T("changed"), " ", el("code", {}, run.overrides.join("  "))] : null)), themeSwitch());
}

function contents(sections) {
  return el("nav", {"aria-label": T("contents")}, sections.map((s) => el("a", {href: "#" + s.id}, s.querySelector("h2").textContent)));
}

function runPage() {
  const first = el("div", {class: "first"}, goodEnough(), breaks(), oneMore());
  // Where nobody calls there is nothing to see but agents.
  const calls = DATA.day && DATA.run.calls > 0;
  const pictures = [calls ? [daySection(), heatSection(), waitSection(), singleDays(), replaySection()] : [], DATA.day ? timeSection() : []].flat();
  const sections = [agreementSection(), ...pictures, tableSection("calls", ["calls"]), tableSection("groups", ["groups"]),
    tableSection("escalations", ["escalations", "to_leads"], DATA.day ? leadLoad() : null), tableSection("callbacks", ["callbacks"], deadlines(DATA.tables.callbacks)),
    tableSection("cases", ["cases"], deadlines(DATA.tables.cases)),
    tableSection("outages", ["outages"]), tableSection("costs", ["costs"]), caveats(), reproduce()].filter(Boolean);
  return [header(), first, contents(sections), ...sections];
}

document.getElementById("report").replaceChildren(...[{run: runPage, compare: comparePage, sensitivity: sensitivityPage, sweep: sweepPage}[DATA.kind]()].flat(Infinity).filter(Boolean));
document.documentElement.dataset.ready = "yes";
