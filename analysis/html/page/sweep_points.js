// The points of a sweep: what they cost, what they keep, and where they lie.

/// The estimate of a measure at a point.
function estimateAt(point, measure) {
  const m = DATA.measures.findIndex((one) => one.name === measure);
  return m < 0 ? null : point.numbers[m];
}

function unitOf(measure) {
  return DATA.measures.find((one) => one.name === measure).unit;
}

/// The agreements of a point, as other pages have them.
function agreementsAt(point) {
  return DATA.agreements.flatMap((a) => {
    const achieved = estimateAt(point, `agreement.${a.name}.achieved`), breach = estimateAt(point, `agreement.${a.name}.breach`);
    return achieved ? [{...a, achieved, breach, breached: point.breached.includes(a.name)}] : [];
  });
}

function keepsAll(point) {
  const agreements = agreementsAt(point);
  return agreements.length > 0 && agreements.every((a) => statusOf(a) === "kept");
}

function priceOf(point) {
  const price = DATA.price ? estimateAt(point, DATA.price) : null;
  return price && known(price[0]) ? price[0] : Infinity;
}

/// The sum of the chances of a breach: for how near a plan is to keeping everything.
function breachesAt(point) {
  return agreementsAt(point).reduce((sum, a) => sum + (a.breach[0] || 0), 0);
}

/// From cheap to dear; of those with one price, the better kept first.
function byPrice(points) {
  return [...points].sort((a, b) => (priceOf(a) === priceOf(b) ? 0 : priceOf(a) - priceOf(b)) || breachesAt(a) - breachesAt(b) || a.point - b.point);
}

/// "26 agents" is [26, "agents"]; null where there is no number in front.
function numberIn(text) {
  const found = /^([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)\s*([^\d{[]*)$/i.exec(text.trim());
  return found ? [Number(found[1]), found[2]] : null;
}

/// A variable with its values, in the order of their numbers where all are numbers of one unit.
function variableAt(v) {
  const values = [...new Set(DATA.points.map((point) => point.values[v]))];
  const numbers = new Map(values.map((text) => [text, numberIn(text)]));
  const parsed = [...numbers.values()];
  const numeric = parsed.every((n) => n && n[1] === parsed[0][1]) && new Set(parsed.map((n) => n[0])).size === values.length;
  if (numeric) values.sort((a, b) => numbers.get(a)[0] - numbers.get(b)[0]);
  return {v, path: DATA.variables[v], values, numeric, number: (text) => numbers.get(text)[0]};
}

/// Whether points fill a grid of their variables, or lie about in it.
function fillsGrid(variables) {
  return DATA.points.length * 2 >= variables.reduce((all, variable) => all * variable.values.length, 1);
}

/// The parts of the paths that tell variables apart.
function shortPath(path) {
  const parts = path.split(".");
  for (let n = 2; n < parts.length; ++n) {
    const short = parts.slice(-n).join(".");
    if (DATA.variables.every((other) => other === path || !other.endsWith("." + short))) return short;
  }
  return path;
}

function valuesInWords(point) {
  return point.values.flatMap((value, v) => [v ? T("comma") : "", name(shortPath(DATA.variables[v])), " ", name(value)]);
}
