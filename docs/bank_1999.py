#!/usr/bin/env python3
"""Sets the simulated bank of scenarios/bank_1999.yaml beside the observed one.

    python3 docs/bank_1999.py build/run/thirdring

runs the scenario and its variations (500 replications each, seed 1), rewrites the parts of docs/bank-1999.md that stand
between marks, and draws docs/bank-1999.svg.  Needs nothing but Python 3 and the program; a few seconds.
"""
import csv
import io
import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
scenario = here.parent / "scenarios" / "bank_1999.yaml"
january = json.loads((here / "data" / "bank_1999_january.json").read_text())["january"]

TYPES = {"PS": "regular", "PE": "regular_english", "NE": "stock_exchange", "NW": "prospective",
         "TT": "message_returned", "IN": "internet"}
HALF_HOURS = range(14, 48)  # 7:00 to 24:00
PROXIES = january["staffing_proxies"]
OBSERVED = january["observed_overall"]


def label(h):
    return f"{h // 2:02}:{h % 2 * 30:02}"


def agents(proxy, more=0):
    return [round(PROXIES[proxy][h]) + more for h in HALF_HOURS]


def staffing(numbers):
    return f"agent_groups.agents.staffing={numbers}"


# --- what was observed, 7:00 to 24:00 ------------------------------------------------------------------------------

def observed_calls(h):
    return sum(kind["by_half_hour"][h] for kind in january["types"].values())


def observed_share(series):
    """A share of the calls of all half-hours together."""
    calls = {h: observed_calls(h) for h in HALF_HOURS}
    return sum(calls[h] * OBSERVED[series][h] for h in HALF_HOURS) / sum(calls.values())


# --- what is simulated ---------------------------------------------------------------------------------------------

class Outcome:
    """The numbers of one run: [measure, call type, group, period] -> (estimate, half its 95 % interval)."""

    def __init__(self, program, *sets):
        command = [program, "run", str(scenario), "--replications", "500", "--seed", "1", "--format", "csv"]
        for one in sets:
            command += ["--set", one]
        rows = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        self.numbers = {}
        for row in csv.DictReader(io.StringIO(rows)):
            if row["estimate"] and row["low"]:
                key = row["measure"], row["call_type"], row["group"], row["period"]
                width = (float(row["high"]) - float(row["low"])) / 2
                self.numbers[key] = float(row["estimate"]), width

    def get(self, measure, kind="", period="", group=""):
        return self.numbers[measure, kind, group, period]

    def share(self, measure, kind="", period="", group=""):
        value, width = self.get(measure, kind, period, group)
        return f"{100 * value:.1f} ± {100 * width:.1f}"

    def bare(self, measure, period):
        return f"{100 * self.get(measure, period=period)[0]:.1f}"

    def time(self, measure, kind="", period=""):
        value, width = self.get(measure, kind, period)
        return f"{value:.1f} ± {width:.1f}"


def variations():
    everybody = list(TYPES.values())
    wrap_up = [f"call_types.{kind}.wrap_up=30 s" for kind in everybody]
    one_pool = ["agent_groups.internet_agents=null", f"agent_groups.agents.skills=[{', '.join(everybody)}]"]
    return {
        "as it is": [],
        "one agent less in every half-hour": [staffing(agents("max_busy_mean_over_days", -1))],
        "one agent more in every half-hour": [staffing(agents("max_busy_mean_over_days", +1))],
        "different agents seen instead of most at a time": [staffing(agents("distinct_servers_mean"))],
        "everybody serves the internet line too, no agent of its own": one_pool,
        "30 s of work after each call": wrap_up,
        "days differ by 20 % (gamma factor on all calls)": ["busyness={distribution: gamma, mean: 1, cv: 0.2}"],
    }


# --- tables --------------------------------------------------------------------------------------------------------

def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def by_type(run):
    head = ["", "calls a day", "within 20 s, observed %", "simulated %", "abandoned, observed %", "simulated %",
            "mean wait, observed s", "simulated s"]
    calls = sum(observed_calls(h) for h in HALF_HOURS)
    rows = [["all", f"{calls:.1f}",
             f"{100 * observed_share('by_half_hour_sl20'):.1f}", run.share("service_level"),
             f"{100 * observed_share('by_half_hour_p_ab'):.1f}", run.share("abandoned"),
             f"{OBSERVED['mean_wait_offered']:.1f}", run.time("mean_wait")],
            ["all, of the answered", "", "", "", "", "",
             f"{OBSERVED['mean_wait_served']:.1f}", run.time("speed_of_answer")]]
    for code, kind in TYPES.items():
        seen = january["types"][code]
        rows.append([f"`{kind}` ({code})", f"{sum(seen['by_half_hour'][h] for h in HALF_HOURS):.1f}",
                     f"{100 * seen['observed_sl20']:.1f}", run.share("service_level", kind),
                     f"{100 * seen['observed_p_ab']:.1f}", run.share("abandoned", kind),
                     f"{seen['observed_mean_wait']:.1f}", run.time("mean_wait", kind)])
    return table(head, rows)


def by_half_hour(run, less, more):
    head = ["", "agents", "calls", "within 20 s, observed %", "simulated %", "one agent less", "one more",
            "abandoned, observed %", "simulated %", "one agent less", "one more", "wait of the answered, simulated s"]
    rows = []
    for h, staff in zip(HALF_HOURS, agents("max_busy_mean_over_days")):
        at = label(h)
        rows.append([at, str(staff), f"{observed_calls(h):.1f}",
                     f"{100 * OBSERVED['by_half_hour_sl20'][h]:.1f}", run.share("service_level", period=at),
                     less.bare("service_level", at), more.bare("service_level", at),
                     f"{100 * OBSERVED['by_half_hour_p_ab'][h]:.1f}", run.share("abandoned", period=at),
                     less.bare("abandoned", at), more.bare("abandoned", at), run.time("speed_of_answer", period=at)])
    return table(head, rows)


def by_variation(runs):
    head = ["", "within 20 s %", "abandoned %", "mean wait s", "agents' time in calls %"]
    busy = sum(PROXIES["mean_busy"][h] for h in HALF_HOURS) / sum(agents("max_busy_mean_over_days"))
    rows = [["observed", f"{100 * observed_share('by_half_hour_sl20'):.1f}",
             f"{100 * observed_share('by_half_hour_p_ab'):.1f}", f"{OBSERVED['mean_wait_offered']:.1f}",
             f"{100 * busy:.1f}"]]
    for name, run in runs.items():
        rows.append([name, run.share("service_level"), run.share("abandoned"), run.time("mean_wait"),
                     run.share("occupancy", group="agents")])
    return table(head, rows)


def headline(run):
    return (f"Within 20 s: observed {100 * observed_share('by_half_hour_sl20'):.1f} %, "
            f"simulated **{run.share('service_level')} %**. "
            f"Abandoned: observed {100 * observed_share('by_half_hour_p_ab'):.1f} %, "
            f"simulated **{run.share('abandoned')} %**.\n"
            f"Mean wait of all callers: observed {OBSERVED['mean_wait_offered']:.1f} s, "
            f"simulated **{run.time('mean_wait')} s**.")


def put(text, name, made):
    """The text with what stands between the marks of that name replaced."""
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, rest = text.split(start)
    return before + start + made + "\n" + end + rest.split(end)[1]


# --- picture -------------------------------------------------------------------------------------------------------

STYLE = """<style>
  text { font: 12px sans-serif; fill: #333 } .axis { stroke: #999; stroke-width: 1 } .grid { stroke: #999; opacity: .25 }
  .seen { stroke: #c4501b; fill: none; stroke-width: 2.5 } .said { stroke: #1f6fb2; fill: none; stroke-width: 2 }
  .band { fill: #1f6fb2; opacity: .2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .seen { stroke: #ff9a62 } .said { stroke: #6cb6ff } .band { fill: #6cb6ff }
  }
</style>"""


def panel(title, top, highest, seen, said, low, high):
    """One curve over the day: observed, simulated, and the band between one agent less and one more."""
    left, width, height = 50, 640, 170

    def x(i):
        return left + width * (i + 0.5) / len(HALF_HOURS)

    def y(share):
        return top + height * (1 - min(share, highest) / highest)

    def points(values):
        return [f"{x(i):.1f},{y(v):.1f}" for i, v in enumerate(values)]

    parts = [f'<text x="{left}" y="{top - 8}">{title}</text>']
    for step in range(5):
        share = highest * step / 4
        parts += [f'<line class="grid" x1="{left}" x2="{left + width}" y1="{y(share):.1f}" y2="{y(share):.1f}"/>',
                  f'<text x="{left - 8}" y="{y(share) + 4:.1f}" text-anchor="end">{100 * share:.0f} %</text>']
    for i in range(0, len(HALF_HOURS) + 1, 4):
        at = left + width * i / len(HALF_HOURS)
        parts += [f'<line class="axis" x1="{at:.1f}" x2="{at:.1f}" y1="{top + height}" y2="{top + height + 4}"/>',
                  f'<text x="{at:.1f}" y="{top + height + 18}" text-anchor="middle">{7 + i // 2}:00</text>']
    parts += [f'<line class="axis" x1="{left}" x2="{left + width}" y1="{top + height}" y2="{top + height}"/>',
              f'<polygon class="band" points="{" ".join(points(low) + points(high)[::-1])}"/>',
              f'<polyline class="said" points="{" ".join(points(said))}"/>',
              f'<polyline class="seen" points="{" ".join(points(seen))}"/>']
    return parts


def picture(run, less, more):
    def day(outcome, measure):
        return [outcome.get(measure, period=label(h))[0] for h in HALF_HOURS]

    def seen(series):
        return [OBSERVED[series][h] for h in HALF_HOURS]

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 710 500" role="img">',
             "<title>Observed and simulated service of a bank call centre, January 1999</title>", STYLE]
    for measure, series, title, top, highest in (
            ("service_level", "by_half_hour_sl20", "answered within 20 s", 40, 1.0),
            ("abandoned", "by_half_hour_p_ab", "abandoned", 270, 0.4)):
        parts += panel(title, top, highest, seen(series), day(run, measure), day(less, measure), day(more, measure))
    parts += ['<line class="seen" x1="50" x2="80" y1="480" y2="480"/><text x="86" y="484">observed</text>',
              '<line class="said" x1="170" x2="200" y1="480" y2="480"/><text x="206" y="484">simulated</text>',
              '<rect class="band" x="300" y="473" width="30" height="14"/>'
              '<text x="336" y="484">from one agent less to one more</text>', "</svg>"]
    return "\n".join(parts) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    runs = {name: Outcome(sys.argv[1], *sets) for name, sets in variations().items()}
    run, less, more = list(runs.values())[:3]
    page = here / "bank-1999.md"
    text = page.read_text()
    for name, made in (("headline", headline(run)), ("types", by_type(run)), ("variations", by_variation(runs)),
                       ("half-hours", by_half_hour(run, less, more))):
        text = put(text, name, made)
    page.write_text(text)
    (here / "bank-1999.svg").write_text(picture(run, less, more))


if __name__ == "__main__":
    main()
