// The first screen: is the plan good enough, and when does it break?

/// What an agreement comes to: kept, at risk (reached on average, but often broken), broken.
function statusOf(agreement) {
  if (!known(agreement.achieved[0])) return "untold";
  if (agreement.breached) return "broken";
  return agreement.breach[0] > 0.05 ? "risk" : "kept";
}

function badge(status) {
  const signs = {kept: "✓", risk: "!", broken: "✗", untold: "–"};
  return el("span", {class: "badge " + status}, el("span", {"aria-hidden": "true"}, signs[status]), T("status." + status));
}

function asked(agreement) {
  return T(agreement.at_least ? "at_least" : "at_most", plain(agreement.limit, agreement.unit)) + " " + T("per_" + agreement.per);
}

/// "broken on 32 % of days".
function brokenOn(agreement, share) {
  return T("broken_on_" + agreement.per, percent(share, share > 0 && share < 0.1 ? 1 : 0));
}

function agreementRows(agreements) {
  return agreements.map((a) => [
    [badge(statusOf(a)), " ", name(a.name)], asked(a), inWords(a.achieved, a.unit), inWords(a.breach, "share"),
    known(a.shortfall[0]) && a.shortfall[0] > 0 ? inWords(a.shortfall, a.unit) : NONE,
    a.fine > 0 ? inWords(a.penalty, "money") : NONE]);
}

function agreementHeads() {
  return [T("agreement"), T("asked"), T("reached"), T("chance_broken"), T("short_by"), T("penalty_per_day")];
}

/// A few names in a row.
function listed(names) {
  const most = 4;
  return names.slice(0, most).flatMap((n, i) => (i ? [T("comma"), name(n)] : [name(n)])).concat(names.length > most ? [T("more_than_told")] : []);
}

function verdict(agreements) {
  const of = (status) => agreements.filter((a) => statusOf(a) === status);
  const broken = of("broken"), risky = of("risk");
  if (!agreements.length) return {status: "untold", word: T("verdict.none.word"), text: [T("verdict.none.text")]};
  if (of("untold").length === agreements.length) return {status: "untold", word: T("verdict.untold.word"), text: [T("verdict.untold.text")]};
  const text = [];
  if (broken.length) text.push(T("verdict.broken", broken.length, agreements.length), listed(broken.map((a) => a.name)), T("stop"));
  if (risky.length) {
    const most = risky.reduce((a, b) => (b.breach[0] > a.breach[0] ? b : a));
    text.push(T("verdict.risk"), name(most.name), " ", brokenOn(most, most.breach[0]), T("stop"));
  }
  if (!broken.length && !risky.length) text.push(T("verdict.kept"));
  const status = broken.length ? "broken" : risky.length ? "risk" : "kept";
  return {status, word: T("verdict." + status + ".word"), text};
}

function goodEnough() {
  const {status, word, text} = verdict(DATA.agreements);
  const order = ["broken", "risk", "untold", "kept"];
  const sorted = [...DATA.agreements].sort((a, b) => order.indexOf(statusOf(a)) - order.indexOf(statusOf(b)));
  const shown = sorted.slice(0, 5), rest = sorted.slice(5);
  const penalties = DATA.agreements.reduce((sum, a) => sum + (a.fine > 0 ? a.penalty[0] || 0 : 0), 0);
  const row = (a) => el("li", {class: statusOf(a)}, badge(statusOf(a)), el("span", {class: "what"}, name(a.name)),
    el("span", {class: "told"}, T("reached_of", valueOf(a.achieved, a.unit), asked(a)), " · ", brokenOn(a, a.breach[0])));
  return el("article", {class: "card answer " + status, id: "good-enough"},
    el("h2", {}, T("q.good")), el("p", {class: "word"}, word), el("p", {}, text),
    el("ul", {class: "agreements"}, shown.map(row)),
    rest.length ? el("details", {}, el("summary", {}, T("more_agreements", rest.length)), el("ul", {class: "agreements"}, rest.map(row))) : null,
    penalties > 0 ? el("p", {}, T("penalties_in_all", money(penalties))) : null);
}

/// Runs of neighbouring columns below the aim: [{from, to, missed}], the worst first.
function spells() {
  const {level, offered} = DATA.day, found = [];
  level.mean.forEach((x, i) => {
    if (!known(x) || x >= DATA.aim.share) return;
    const last = found[found.length - 1], missed = offered.mean[i] * (DATA.aim.share - x);
    if (last && last.to === i - 1) {
      last.to = i;
      last.missed += missed;
    } else {
      found.push({from: i, to: i, missed});
    }
  });
  return found.sort((a, b) => b.missed - a.missed);
}

/// The name of a stretch of columns.
function stretch(from, to) {
  const {labels, starts} = DATA.day;
  const byClock = DATA.run.days === 1;
  if (byClock) return labels[from] + "–" + clock(to + 1 < starts.length ? starts[to + 1] : starts[to] + DATA.period);
  return from === to ? labels[from] : labels[from] + " – " + labels[to];
}

function present(i) {
  const groups = DATA.groups.filter((g) => g.takes_calls && known(g.agents[i]));
  return groups.length ? groups.reduce((sum, g) => sum + g.agents[i], 0) : null;
}

function aimInWords() {
  const of = DATA.aim.of && DATA.aim.of.length ? [T("bracket_open"), listed(DATA.aim.of), T("bracket_close")] : [];
  return [T("in_time_means", plain(DATA.aim.within, "seconds")), of, T("stop")];
}

function breaks() {
  const day = DATA.day;
  const card = (status, word, ...rest) => el("article", {class: "card answer " + status, id: "breaks"}, el("h2", {}, T("q.breaks")), el("p", {class: "word"}, word), ...rest);
  if (!day || !day.level.mean.some(known)) return card("untold", T("breaks.no_calls"));
  const below = spells(), target = percent(DATA.aim.share);
  const count = below.reduce((sum, s) => sum + s.to - s.from + 1, 0);
  const worst = day.level.mean.map((x, i) => i).filter((i) => known(day.level.mean[i]) && day.offered.mean[i] > 0)
    .sort((a, b) => day.level.mean[a] - day.level.mean[b]).slice(0, below.length ? Math.min(4, count) : 3);
  const word = below.length ? below.slice(0, 3).sort((a, b) => a.from - b.from).map((s) => stretch(s.from, s.to)).join(T("comma")) : T("breaks.never");
  const text = below.length ? T("breaks.below", count, day.labels.length, target) : T("breaks.worst", stretch(worst[0], worst[0]), percent(day.level.mean[worst[0]]));
  const rows = worst.map((i) => [el("span", {class: "shift"}, stretch(i, i)), percent(day.level.mean[i]), percent(day.abandoned.mean[i] / day.offered.mean[i]),
    rounded(present(i)), rounded(DATA.staffing.required[i]), percent(day.below[i])]);
  return card(below.length ? "broken" : "kept", word, el("p", {}, text, " ", aimInWords()),
    table([T("worst_periods"), T("in_time"), T("gave_up"), T("agents_there"), T("agents_needed"), T("days_below", target)], rows, {class: "numbers small"}),
    chart({title: T("c.level"), compact: true, height: 120, labels: day.labels, step: columnStep(), format: (x) => percent(x, 1), axis: percentAxis, most: 1, series: [
      {label: T("in_time"), colour: "--c2", values: day.level.mean, kind: "bars"},
      {label: T("target"), colour: "--accent", dash: true, values: day.labels.map(() => DATA.aim.share)}]}));
}
