// Pictures over the columns of time, drawn by uPlot; each with what it says as a table.

const drawn = [];  // all charts, for tests: [{title, plot}]

function withAlpha(variable, percent) {
  return `color-mix(in srgb, ${colour(variable)} ${percent}%, transparent)`;
}

function legend(series) {
  return el("ul", {class: "legend"}, series.filter((s) => s.label).map((s) => {
    const mark = el("span", {class: "mark" + (s.dash ? " dashed" : "")});
    mark.style.color = `var(${s.colour})`;
    return el("li", {}, mark, s.label);
  }));
}

/// uPlot's series and bands from ours: {label, colour, values, low, high, kind: line | bars | step | dots, dash, fill}.
function lines(series) {
  const data = [], options = [], bands = [];
  for (const s of series) {
    if (s.low) {
      data.push(s.high, s.low);
      const edge = {stroke: "transparent", width: 0, points: {show: false}};
      options.push(edge, edge);
      bands.push({series: [data.length - 1, data.length], fill: () => withAlpha(s.colour, 18)});
    }
    data.push(s.values);
    const one = {stroke: () => colour(s.colour), width: 2, points: {show: s.values.length < 3}};
    if (s.dash) one.dash = [6, 4];
    one.spanGaps = Boolean(s.across);
    if (s.kind === "dots") {
      one.paths = () => null;
      one.points = {show: true, size: 7, fill: () => colour(s.colour), width: 0};
    }
    if (s.kind === "step") one.paths = uPlot.paths.stepped({align: 1, extend: true});
    if (s.kind === "bars") {
      one.paths = uPlot.paths.bars({size: [0.85, 60]});
      one.fill = () => withAlpha(s.colour, 70);
      one.width = 0;
    }
    if (s.fill) one.fill = () => withAlpha(s.colour, s.fill);
    options.push(one);
    if (s.onto !== undefined) bands.push({series: [data.length, s.onto], fill: () => withAlpha(s.colour, 75)});
    s.at = data.length;
  }
  return {data, options, bands};
}

/// Steps between the labels of an axis whose columns are so many seconds apart: round times of the day.
function roundSteps(step) {
  const seconds = [60, 300, 900, 1800, 3600, 7200, 10800, 14400, 21600, 43200, 86400];
  const counted = [1, 2, 5, 7, 10, 14, 28, 50, 100, 200, 500, 1000];
  return (step && step < 86400 ? seconds.map((s) => s / step).filter((i) => Number.isInteger(i)) : []).concat(counted.map((i) => (step ? Math.round(86400 / Math.min(step, 86400)) : 1) * i));
}

/// A scale a little wider than its numbers.
function aroundAll(numbers) {
  const low = Math.min(...numbers), high = Math.max(...numbers), room = 0.03 * (high - low) || 1;
  return [low - room, high + room];
}

/// spec: {title, labels, at, step, series, format, axis, most, least, height, mark, onDraw, centred, compact, note}.
/// `interval`: bands are intervals, not days.  `lying`: columns below each other, values to the right.  `at`: numbers where the columns stand, ascending.  `format` writes a value, `step` is the seconds between columns of a day.
function chart(spec) {
  const n = spec.labels.length;
  const host = el("div", {class: "plot"});
  const readout = el("p", {class: "readout", "aria-hidden": "true"}, " ");
  const told = spec.series.filter((s) => s.label);
  const figure = el("figure", {class: spec.wide ? "wide" : ""},
    el("figcaption", {}, spec.title), spec.compact ? null : legend(spec.series), host, readout, spec.note ? note(spec.note) : null,
    tableBehind([spec.across || T("period"), ...told.flatMap((s) => s.low ? [s.label, T(spec.interval ? "interval_low" : "band_low"), T(spec.interval ? "interval_high" : "band_high")] : [s.label])],
      () => spec.labels.map((label, i) => [label, ...told.flatMap((s) => {
        const value = spec.format((s.shown || s.values)[i]);
        return s.low ? [value, spec.format(s.low[i]), spec.format(s.high[i])] : [value];
      })])));
  const {data, options, bands} = lines(spec.series);
  const x = spec.at || spec.labels.map((label, i) => i);
  const range = spec.at ? aroundAll(spec.at) : spec.centred === false ? [0, n - 1] : [-0.5, n - 0.5];
  const axis = () => ({stroke: () => colour("--ink-2"), grid: {stroke: () => colour("--grid"), width: 1},
    ticks: {stroke: () => colour("--grid"), width: 1}, font: "12px system-ui, sans-serif"});
  const labelWidth = Math.max(...spec.labels.map((label) => [...label].reduce((sum, c) => sum + (c >= "\u2e80" ? 13 : 7), 12)));
  let plot = null;
  const entry = {title: spec.title, series: told.map((s) => s.label), plot: null};
  drawn.push(entry);
  const draw = () => {
    const width = Math.floor(host.clientWidth);
    if (width < 50) return;
    if (plot) plot.destroy();
    plot = entry.plot = new uPlot({
      width, height: spec.height || 240, legend: {show: false}, bands, tzDate: undefined,
      cursor: {y: false, drag: {x: false, y: false}, points: {show: false}},
      scales: {
        x: {time: false, ori: spec.lying ? 1 : 0, dir: spec.lying ? -1 : 1, range},
        y: {ori: spec.lying ? 0 : 1, range: (u, low, high) => [spec.least || 0, known(spec.most) ? spec.most : high > 0 ? high * 1.06 : 1]}},
      axes: [
        {...axis(), ...(spec.lying ? {side: 3, size: labelWidth} : {side: 2, size: 30}), ...(spec.at && !spec.at.every(Number.isInteger) ? {} : spec.at ? {incrs: [1, 2, 5].flatMap((i) => [1, 10, 100, 1000, 1e4, 1e5, 1e6].map((e) => i * e)).sort((a, b) => a - b)} : {incrs: roundSteps(spec.step)}), space: spec.lying ? 16 : spec.space || Math.max(56, labelWidth),
         values: (u, splits) => splits.map((i) => (spec.at ? String(Number(i.toPrecision(6))) : Number.isInteger(i) && i >= 0 && i < n ? spec.labels[i] : ""))},
        {...axis(), ...(spec.lying ? {side: 2, size: 30, space: 64} : {side: 3, size: 52}), values: (u, splits) => splits.map((y) => (spec.axis || spec.format)(y))}],
      series: [{}, ...options],
      hooks: {
        draw: spec.mark ? [(u) => spec.mark(u)] : [],
        setCursor: [(u) => {
          const i = u.cursor.idx;
          readout.textContent = i === null || i === undefined ? " " : spec.labels[i] + ": " +
            told.map((s) => s.label + " " + spec.format((s.shown || s.values)[i])).join(" · ");
        }]}
    }, [x, ...data], host);
    if (spec.onDraw) spec.onDraw(plot);
  };
  onTheme(draw);
  new ResizeObserver(() => {
    const width = Math.floor(host.clientWidth);
    if (!plot || plot.width !== width) draw();
  }).observe(host);
  return figure;
}

/// A vertical line between two columns, named.
function lineAt(at, text) {
  return (u) => {
    const left = u.valToPos(at, "x", true), {ctx} = u;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour("--accent");
    ctx.lineWidth = 2 * devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(left, u.bbox.top);
    ctx.lineTo(left, u.bbox.top + u.bbox.height);
    ctx.stroke();
    ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = "left";
    ctx.textBaseline = "top";
    ctx.fillText(text, left + 6 * devicePixelRatio, u.bbox.top + 2);
    ctx.restore();
  };
}
