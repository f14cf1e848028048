// One day of the worst replication, to be moved through: queue, agents, calls.

const OUTCOMES = ["unfinished", "served", "abandoned", "balked", "busy", "queue_full", "callback", "disconnected", "hung_up", "not_reached", "withdrawn", "outage", "cut_off"];

function replaySection() {
  const r = DATA.replay;
  if (!r || !r.moments) return null;
  const moment = (i) => clock(r.start + i * r.step);
  const labels = Array.from({length: r.moments}, (x, i) => moment(i));
  const waiting = labels.map((label, i) => r.queues.reduce((sum, q) => sum + q.waiting[i], 0));
  const count = (i, state) => r.groups.reduce((sum, g) => sum + g.states[i][state], 0);
  const atWork = labels.map((label, i) => [1, 2, 3, 4, 5].reduce((sum, s) => sum + count(i, s), 0));
  const there = labels.map((label, i) => atWork[i] + count(i, 0) + count(i, 6));
  let at = Math.max(0, waiting.indexOf(Math.max(...waiting)));
  const plots = [];
  const cursor = (u) => lineAt(at, moment(at))(u);
  const picture = (title, series) => chart({title, labels, step: r.step, centred: false, format: rounded, height: 180, wide: true, series, mark: cursor, onDraw: (u) => { plots.push(u); }});

  const slider = el("input", {type: "range", min: 0, max: r.moments - 1, step: 1, value: at, "aria-label": T("replay.time"), oninput: () => show(Number(slider.value))});
  const time = el("output", {class: "time"});
  const play = el("button", {type: "button", onclick: () => (timer ? stop() : start())}, "▶ ", T("replay.play"));
  const queue = el("div", {class: "chips"}), floor = el("div", {class: "floor"}), recent = el("p", {class: "note"});
  let timer = null;
  const start = () => {
    if (at >= r.moments - 1) at = 0;
    timer = setInterval(() => (at < r.moments - 1 ? show(at + 1) : stop()), 100);
    play.replaceChildren("❚❚ ", T("replay.pause"));
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.replaceChildren("▶ ", T("replay.play"));
  };

  const show = (i) => {
    at = i;
    slider.value = String(i);
    time.textContent = moment(i);
    const now = i * r.step;
    const wait = (leg) => now - leg[2];
    const here = r.legs.filter((leg) => leg[2] <= now && (leg[3] === null ? leg[4] : leg[3]) > now).sort((a, b) => wait(b) - wait(a));
    const chip = (leg) => el("span", {class: "chip " + (wait(leg) > DATA.aim.within ? "late" : "")}, name(r.types[leg[0]]), " ", plain(Math.round(wait(leg)), "seconds", 0));
    queue.replaceChildren(el("strong", {}, T("replay.waiting", waiting[i])), ...here.slice(0, 24).map(chip), here.length > 24 ? "…" : "");
    floor.replaceChildren(...r.groups.filter((g) => g.states[i].some((n) => n > 0)).map((g) => groupNow(g, i)));
    const gone = r.legs.filter((leg) => leg[4] > now - 300 && leg[4] <= now);
    const kinds = OUTCOMES.map((o, k) => [o, gone.filter((leg) => leg[5] === k).length]).filter(([o, n]) => n);
    recent.textContent = T("replay.last") + " " + (kinds.map(([o, n]) => T("outcome." + o) + " " + n).join(", ") || NONE);
    for (const plot of plots) if (plot.root.isConnected) plot.redraw(false);
  };
  const groupNow = (group, i) => {
    const squares = [];
    group.states[i].forEach((n, s) => {
      if (n > 120) squares.push(el("span", {class: `many state-${s}`}, String(n)));
      else for (let k = 0; k < n; ++k) squares.push(el("i", {class: `state-${s}`, title: T("state." + STATES[s])}));
    });
    return el("div", {class: "now"}, name(group.name), el("span", {class: "squares"}, squares));
  };

  const part = section("replay", T("s.replay"), note(T("replay.how", r.replication)),
    el("div", {class: "controls"}, play, slider, time), el("div", {class: "moment", "aria-live": "off"}, queue, stateLegend(), floor, recent),
    picture(T("c.queue"), [{label: T("waiting"), colour: "--c3", values: waiting, kind: "step", fill: 25}]),
    picture(T("c.agents_now"), [{label: T("agents_there"), colour: "--c1", values: there, kind: "step"}, {label: T("at_work"), colour: "--c2", values: atWork, kind: "step", fill: 25}]),
    r.all_legs > r.legs.length ? note(T("replay.thinned", r.legs.length, r.all_legs)) : null);
  show(at);
  return part;
}
