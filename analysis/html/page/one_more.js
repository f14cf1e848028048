// The first screen, too: what would one more agent change?

function certain(change) {
  const d = change && change.difference;
  return Boolean(d) && known(d[1]) && (d[1] > 0 || d[2] < 0);
}

/// Certain, and more than rounding.
function visible(change, unit) {
  const shown = (x) => (unit === "share" ? percent(x, 1) : x.toPrecision(3));
  return certain(change) && shown(change.before) !== shown(change.after);
}

/// How much better the agreements that are not kept get, of those changes that are certain: the fall of their breaches, or
/// the way to their limits.
function gain(plan) {
  return changes(plan).reduce((sum, c) => {
    if (statusOf(c.of) === "kept") return sum;
    const way = (c.of.at_least ? 1 : -1) * c.achieved.difference[0] / Math.max(1e-9, Math.abs(c.of.limit));
    return sum + (visible(c.breach, "share") ? -c.breach.difference[0] : 0) + 0.1 * Math.max(-1, Math.min(1, way));
  }, 0);
}

function whom(plan) {
  return [name(plan.group), plan.shift ? [" ", el("span", {class: "shift"}, clock(plan.shift.start) + "–" + clock(plan.shift.end))] : null];
}

/// Where nothing is agreed on, what else tells of the callers.
function measuresChanged(plan) {
  return [["service_level", "share", true], ["abandoned", "share", false], ["speed_of_answer", "seconds", false]].filter(([key]) => plan[key])
    .map(([key, unit, more]) => ({achieved: plan[key], breach: null,
      of: {label: measureLabel(key), unit, at_least: more, limit: plan[key].before, achieved: [plan[key].before], breached: true}}));
}

/// The agreements that it changes for certain, the largest change of breaches first.
function changes(plan) {
  const all = DATA.agreements.length ? plan.agreements.map((change, i) => ({...change, of: DATA.agreements[i]})) : measuresChanged(plan);
  return all.filter((c) => visible(c.breach, "share") || visible(c.achieved, c.of.unit))
    .sort((a, b) => Math.abs(b.breach ? b.breach.difference[0] : 0) - Math.abs(a.breach ? a.breach.difference[0] : 0));
}

function fromTo(before, after, unit) {
  return unit === "share" ? T("arrow", fixed(100 * before, 1), fixed(100 * after, 1)) + "\u00a0%" : T("arrow", plain(before, unit, 1), plain(after, unit, 1));
}

/// Told of the breaches, or, where these are not certain, of what is reached.
function changeInWords(c) {
  const share = (x) => percent(x, x > 0 && x < 0.1 ? 1 : 0);
  const told = visible(c.breach, "share") ? T("broken_before_" + c.of.per, share(c.breach.before), share(c.breach.after))
                                 : " " + fromTo(c.achieved.before, c.achieved.after, c.of.unit);
  return el("div", {}, c.of.label || name(c.of.name), told);
}

function moneyChange(change) {
  return change && known(change.difference[0]) ? money(change.difference[0], true) : NONE;
}

/// The same without the currency, for a column.
function signed(change) {
  return change && known(change.difference[0]) ? inWords([change.difference[0], null, null], "number", true).replace(/\.\d+$/, "") : NONE;
}

function oneMore() {
  const card = (status, word, ...rest) => el("article", {class: "card answer " + status, id: "one-more"}, el("h2", {}, T("q.more")), el("p", {class: "word"}, word), ...rest);
  const data = DATA.one_more;
  if (!data || !data.plans.length) return card("untold", T("more.none"));
  const plans = [...data.plans].sort((a, b) => gain(b) - gain(a));
  const helps = plans.filter((p) => changes(p).length && gain(p) > 0);
  const costs = plans.some((p) => p.cost && p.cost.difference[0] > 0), fines = DATA.agreements.some((a) => a.fine > 0);
  const shown = plans.slice(0, 6);
  const rows = shown.map((plan) => {
    const told = changes(plan).slice(0, 2).map(changeInWords);
    const row = [whom(plan), told.length ? told : T("more.nothing_certain")];
    if (fines) row.push(signed(plan.penalties));
    if (costs) row.push(signed(plan.cost));
    return row;
  });
  const heads = [T("one_more_in"), T("changes")];
  if (fines) heads.push(T("penalties_change", DATA.currency));
  if (costs) heads.push(T("cost_change", DATA.currency));
  const word = helps.length ? [T("more.best"), " ", whom(helps[0])] : T("more.no_help");
  const best = helps.length ? changes(helps[0])[0] : null;
  const sums = best && fines && costs ? T("more.money", moneyChange(helps[0].penalties), moneyChange(helps[0].cost)) : null;
  const text = best ? [T("more.best.text"), changeInWords(best), sums] : T("more.no_help.text");
  return card(helps.length ? "kept" : "risk", word, el("div", {class: "best"}, text),
    table(heads, rows, {class: "numbers small"}),
    note(T("more.how", data.replications) + (data.groups > data.plans.length ? " " + T("more.only", data.plans.length, data.groups) : "")));
}
