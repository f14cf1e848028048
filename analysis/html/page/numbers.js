// Numbers in words: as many digits as their intervals support.

const NONE = "–";

function known(x) {
  return x !== null && x !== undefined && !Number.isNaN(x);
}

function scaleOf(unit, value) {
  if (unit === "share") return [100, "\u00a0%"];
  if (unit === "seconds") {
    if (Math.abs(value) >= 7200) return [1 / 3600, "\u00a0h"];
    return Math.abs(value) >= 600 ? [1 / 60, "\u00a0min"] : [1, "\u00a0s"];
  }
  if (unit === "hours") return [1, "\u00a0h"];
  // Tables of numbers call money by its name.
  if (unit === "money" || (unit && unit === DATA.currency)) return [1, DATA.currency ? " " + DATA.currency : ""];
  return [1, ""];
}

function decimalsFor(half, value) {
  if (!(half > 0)) {
    const size = Math.abs(value);
    return size === Math.round(size) || size >= 100 ? 0 : size >= 1 ? 1 : 3;
  }
  const exponent = Math.floor(Math.log10(half));
  const beginsWithOne = half / Math.pow(10, exponent) < 1.95;
  return Math.min(4, Math.max(0, -exponent + (beginsWithOne ? 1 : 0)));
}

function fixed(x, digits) {
  return (Math.abs(x) < 0.5 * Math.pow(10, -digits) ? 0 : x).toFixed(digits);
}

/// [value, low, high] with its unit: "81.3 % ± 0.4", or "21 % (16 to 27)".
function inWords(estimate, unit, signed) {
  if (!estimate || !known(estimate[0])) return NONE;
  const [factor, name] = scaleOf(unit, estimate[0]);
  const [value, low, high] = estimate.map((x) => (known(x) ? x * factor : NaN));
  const half = (high - low) / 2;
  const digits = decimalsFor(half, value);
  const number = (x) => (signed && x > 0 ? "+" : "") + fixed(x, digits).replace("-", "−");
  const suffix = signed && unit === "share" ? " " + T("points") : name;
  if (Number.isNaN(half) || half === 0) return number(value) + suffix;
  const even = Math.abs(high - value - (value - low)) <= 0.1 * (high - low);
  return even ? number(value) + suffix + " ±\u00a0" + fixed(half, digits)
              : number(value) + suffix + " (" + T("from_to", number(low), number(high)) + ")";
}

/// A number alone: "85 %", "20 s".
function plain(x, unit, digits) {
  if (!known(x)) return NONE;
  const [factor, name] = scaleOf(unit, x);
  const scaled = x * factor;
  return (digits === undefined ? String(Number(scaled.toPrecision(12))) : fixed(scaled, digits)).replace("-", "−") + name;
}

function percent(x, digits) {
  return known(x) ? fixed(100 * x, digits || 0) + "\u00a0%" : NONE;
}

function rounded(x) {
  if (!known(x)) return NONE;
  return fixed(x, Math.abs(x) >= 100 || x === Math.round(x) ? 0 : 1);
}

function money(x, signed) {
  return known(x) ? (signed && x > 0 ? "+" : "") + plain(x, "money", 0) : NONE;
}

/// An estimate without its interval, in as many digits.
function valueOf(estimate, unit) {
  if (!estimate || !known(estimate[0])) return NONE;
  const [factor, name] = scaleOf(unit, estimate[0]);
  return fixed(estimate[0] * factor, decimalsFor(((estimate[2] - estimate[1]) / 2) * factor, estimate[0] * factor)).replace("-", "−") + name;
}

/// The local time of a moment of the run.
function clock(seconds) {
  const minutes = Math.round((seconds + (DATA.run.clock || 0)) / 60);
  const two = (n) => String(n).padStart(2, "0");
  return two(Math.floor(minutes / 60) % 24) + ":" + two(minutes % 60);
}
