// The first screen, too: what would one more agent change?

function certain(change) {
  const d = change && change.difference;
  return Boolean(d) && known(d[1]) && (d[1] > 0 || d[2] < 0);
}

/// Less is better where positive: how much the breaches (and penalties) fall.
function gain(plan) {
  const broken = plan.agreements.reduce((sum, a) => sum - (a.breach ? a.breach.difference[0] || 0 : 0), 0);
  return broken + 1e-6 * -(plan.abandoned ? plan.abandoned.difference[0] || 0 : 0);
}

function whom(plan) {
  return [name(plan.group), plan.shift ? el("span", {class: "shift"}, " ", clock(plan.shift.start) + "–" + clock(plan.shift.end)) : null];
}

/// The agreements that it changes for certain, the largest change of breaches first.
function changes(plan) {
  return plan.agreements.map((change, i) => ({...change, of: DATA.agreements[i]}))
    .filter((c) => certain(c.breach) || certain(c.achieved))
    .sort((a, b) => Math.abs(b.breach ? b.breach.difference[0] : 0) - Math.abs(a.breach ? a.breach.difference[0] : 0));
}

function fromTo(before, after, unit) {
  return unit === "share" ? T("arrow", fixed(100 * before, 1), fixed(100 * after, 1)) + " %" : T("arrow", plain(before, unit, 1), plain(after, unit, 1));
}

function changeInWords(c) {
  const parts = [name(c.of.name), " "];
  if (certain(c.achieved)) parts.push(fromTo(c.achieved.before, c.achieved.after, c.of.unit));
  if (certain(c.breach)) parts.push(certain(c.achieved) ? T("semicolon") : "", T("broken"), " ", fromTo(c.breach.before, c.breach.after, "share"));
  return el("div", {}, parts);
}

function moneyChange(change) {
  return change && known(change.difference[0]) ? money(change.difference[0], true) : NONE;
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
    const told = changes(plan).slice(0, 3).map(changeInWords);
    const row = [whom(plan), told.length ? told : T("more.nothing_certain")];
    if (fines) row.push(moneyChange(plan.penalties));
    if (costs) row.push(moneyChange(plan.cost));
    return row;
  });
  const heads = [T("one_more_in"), T("changes")];
  if (fines) heads.push(T("penalties_change"));
  if (costs) heads.push(T("cost_change"));
  const word = helps.length ? [T("more.best"), " ", whom(helps[0])] : T("more.no_help");
  const best = helps.length ? changes(helps[0])[0] : null;
  const text = best ? [T("more.best.text"), changeInWords(best)] : T("more.no_help.text");
  return card(helps.length ? "kept" : "risk", word, el("div", {class: "best"}, text),
    table(heads, rows, {class: "numbers small"}),
    note(T("more.how", data.replications) + (data.groups > data.plans.length ? " " + T("more.only", data.plans.length, data.groups) : "")));
}
