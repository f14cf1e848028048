"""Reports in a real browser: report_test.py THIRDRING SOURCES [SCREENSHOTS].  Exit status 77: there is no Chromium.

With a folder, pictures of the reports are left there to look at."""

import os
import subprocess
import sys
import tempfile

import browser

THIRDRING, SOURCES = sys.argv[1:3]
PICTURES = sys.argv[3] if len(sys.argv) > 3 else None

HOSTILE = """
name: "</script><script>alert('x')</script> \\" & 'quoted'"
why: "<img src=x onerror=alert(1)> =1+1 \\u2028 line"
time: {start: 2026-03-02 08:00, length: 4 h, period: 30 min}
run: {replications: 20}
call_types:
  "<b>bold</b>": {arrivals: {rate: 60/h}, patience: {distribution: exponential, mean: 2 min}, talk: {distribution: exponential, mean: 3 min}}
  "=HYPERLINK(1)": {arrivals: {rate: 10/h}, talk: 1 min}
  "שלום עולם": {arrivals: {rate: 10/h}, talk: 1 min}
  "投诉与咨询": {arrivals: {rate: 10/h}, talk: 1 min}
  "\\u202eevil": {arrivals: {rate: 10/h}, talk: 1 min}
  "__proto__": {arrivals: {rate: 10/h}, talk: 1 min}
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW": {arrivals: {rate: 1/h}, talk: 1 min}
agent_groups:
  "</style><script>alert(2)</script>":
    skills: ["<b>bold</b>", "=HYPERLINK(1)", "שלום עולם", "投诉与咨询", "\\u202eevil", "__proto__",
             "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"]
    staffing: 4
agreements:
  "{0} <i>\\"'": {share: answered_within 3 rings, at_least: 85 %, per: day, penalty: 100}
costs: {currency: "<u>x</u>"}
"""
SILENT = """
time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min}
call_types: {a: {arrivals: {volumes: [0, 0, 0, 0]}, talk: 1 min}}
agent_groups: {g: {skills: [a], staffing: 2}}
agreements: {soon: {share: answered_within 3 rings, at_least: 85 %, per: day}}
"""

failures = 0


def check(what, holds):
    global failures
    if not holds:
        failures += 1
        print("FAILED:", what)


def report(folder, name, *arguments):
    file = os.path.join(folder, name + ".html")
    subprocess.run([THIRDRING, *arguments, "--report", file], check=True, stdout=subprocess.DEVNULL)
    return file


def swept(folder, name, *arguments):
    return report(folder, name, "sweep", *arguments, "--store", os.path.join(folder, name + ".db"))


def look(page, file, name, width, dark):
    """What holds for every report, in every size and theme."""
    where = f"{name}, {width} wide, {'dark' if dark else 'light'}"
    page.size(width, 900)
    page.media(dark=dark)
    page.open(file)
    check(f"{where}: nothing on the console, but {page.errors}", page.errors == [])
    check(f"{where}: no request but for the file, yet {page.requests[1:]}", len(page.requests) == 1)
    check(f"{where}: it is drawn", page.value("document.documentElement.dataset.ready") == "yes")
    check(f"{where}: no wider than the window", page.value("document.documentElement.scrollWidth") <= width)
    check(f"{where}: no element but ours", page.value("document.scripts.length === 3 && !document.querySelector('img, b, u, iframe')"))
    dark_paper = page.value("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 28)"
    check(f"{where}: paper of its theme", dark_paper == dark)
    empty = page.value("drawn.filter(d => !d.plot || d.plot.data.length < 2).map(d => String(d.title))")
    check(f"{where}: all charts are drawn, but {empty}", empty == [])
    blank = page.value("""drawn.filter(d => {
      const c = d.plot.root.querySelector("canvas"), p = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
      for (let i = 3; i < p.length; i += 4) if (p[i]) return false;
      return true;
    }).map(d => String(d.title))""")
    check(f"{where}: no chart is blank, but {blank}", blank == [])
    untold = page.value("""[...document.querySelectorAll("figure")].filter(f => f.querySelector(".plot")).filter(f => {
      const d = f.querySelector("details.behind");
      d.open = true;
      d.dispatchEvent(new Event("toggle"));
      const rows = d.querySelectorAll("tbody tr").length;
      d.open = false;
      return !rows;
    }).length""")
    check(f"{where}: every chart is a table, too", untold == 0)
    if PICTURES:
        page.screenshot(os.path.join(PICTURES, f"{name}-{width}-{'dark' if dark else 'light'}.png"), whole=True)


def first_screen(page, file):
    page.size(1280, 900)
    page.media()
    page.open(file)
    for card in ("good-enough", "breaks", "one-more"):
        bottom = page.value(f"document.getElementById('{card}').getBoundingClientRect().bottom")
        check(f"{card} is on the first screen, ends at {bottom}", bottom < 900)
        check(f"{card} says something", len(page.value(f"document.getElementById('{card}').querySelector('.word').textContent")) > 1)
    offered = page.value("DATA.day.offered.mean.reduce((a, b) => a + b)")
    drawn = page.value("drawn.find(d => d.series.includes('offered')).plot.data[3].reduce((a, b) => a + b)")
    check(f"the chart of calls has the data's calls, {offered} and {drawn}", abs(offered - drawn) < 1e-6)


def verdicts(page, files):
    """The answers of the first screen, where they are known."""
    for name, good, breaks in (("courier", "No", None), ("silent", "It cannot be told", "No calls came"), ("storm-zh", "不够", "17:00–19:00")):
        page.open(files[name])
        word = lambda card: page.value(f"document.querySelector('#{card} .word').textContent")
        check(f"{name}: is it good enough? {word('good-enough')}", word("good-enough") == good)
        check(f"{name}: when does it break? {word('breaks')}", breaks in (None, word("breaks")))
    page.open(files["courier"])
    more = page.value("document.querySelector('#one-more .word').textContent")
    check(f"courier: one more agent: {more}", more.startswith("Most in tier1"))


def tornado(page, file):
    """A chart for each target that anything changes, with a bar for each certain effect and none for the others."""
    page.size(1280, 900)
    page.media()
    page.open(file)
    page.value("window.told = DATA.targets.map((target, t) => t).filter(t => DATA.inputs.some(i => i.effects.some(e => e[t] && (e[t][1] > 0 || e[t][2] < 0))))")
    check("a tornado for each target with a certain effect", page.value("drawn.length === told.length && drawn.length > 1"))
    check("bars are the certain effects", page.value("""drawn.every((d, n) => [0, 1].every(way => DATA.inputs.every((input, i) => {
      const e = input.effects[way][told[n]], bar = d.plot.data[1 + way][i];
      return e && (e[1] > 0 || e[2] < 0) ? bar === e[0] : bar === null;
    })))"""))
    check("inputs stand below each other", page.value("drawn[0].plot.valToPos(0, 'x') < drawn[0].plot.valToPos(1, 'x') && drawn[0].plot.scales.x.ori === 1"))
    word = page.value("document.querySelector('#matters .word').textContent")
    check(f"what matters most, {word}", word == "staffing")


def sweeps(page, files):
    """The chosen plan is the cheapest that keeps everything; choosers change the pictures; drawn points are dots."""
    page.size(1280, 900)
    page.media()
    page.open(files["sweep"])
    chosen = page.value("""(() => {
      const keeps = DATA.points.filter(p => DATA.agreements.every(a => {
        const breach = p.numbers[DATA.measures.findIndex(m => m.name === `agreement.${a.name}.breach`)];
        return !p.breached.includes(a.name) && breach[0] <= 0.05;
      }));
      const cost = p => p.numbers[DATA.measures.findIndex(m => m.name === "cost")][0];
      const best = keeps.reduce((a, b) => (cost(b) < cost(a) ? b : a));
      return keeps.length < DATA.points.length ? best.values.join() : "";
    })()""")
    word = page.value("document.querySelector('#cheapest .word').textContent.replace(/[^0-9 ,]/g, '').trim()")
    check(f"the cheapest that keeps everything, {chosen}: {word}", chosen != "" and [v.strip() for v in word.split(",")] == [f"{i} {v}" for i, v in zip((2, 5), chosen.split(","))])
    check("one star in the map", page.value("[...document.querySelectorAll('.heat td')].filter(c => c.textContent.startsWith('★')).length") == 1)
    check("a line for each value, with its band", page.value("drawn.length === 1 && drawn[0].series.length === 3 && drawn[0].plot.data.length === 10"))
    check("the line is the data", page.value("""[4, 7, 10].every((n, i) => drawn[0].plot.data[1 + 3 * i + 2].every((y, k) => {
      const p = DATA.points.find(p => p.values[0] === String([6, 9, 12][k]) && p.values[1] === String(n));
      return p.numbers[0][0] === y;
    }))"""))
    page.value("(s => { s.value = 'cost'; s.dispatchEvent(new Event('change')); })(document.querySelector('.choosers select'))")
    page.settle()
    check("another measure, another picture", page.value("drawn.length === 1 && drawn[0].plot.data[3][0] > 1000"))
    page.value("(s => { s.value = '1'; s.dispatchEvent(new Event('change')); })(document.querySelectorAll('.choosers select')[1])")
    page.settle()
    check("the other variable across", page.value("drawn[0].plot.data[0].join() === '4,7,10' && drawn[0].series.length === 3"))
    page.open(files["drawn-sweep"])
    check("drawn points are dots", page.value("drawn.length === 1 && drawn[0].plot.data[0].length === 16 && !document.querySelector('.heat')"))
    page.open(files["hostile-sweep"])
    check("no agreement is kept, or the cheapest of those is told", page.value("document.querySelector('#cheapest .word').textContent.length > 3"))


def moves(page, file):
    """The slider, the theme's button and paper."""
    page.size(1280, 900)
    page.media()
    page.open(file)
    before = page.value("document.querySelector('output.time').textContent")
    page.value("(s => { s.value = 3; s.dispatchEvent(new Event('input')); })(document.querySelector('input[type=range]'))")
    check("the slider moves the replay", page.value("document.querySelector('output.time').textContent") not in (before, ""))
    page.value("document.querySelector('button.theme').click()")
    check("the button turns the page dark", page.value("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 28)")
    page.media(printed=True)
    check("paper is white", page.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)")
    check("paper has no buttons", page.value("getComputedStyle(document.querySelector('.controls')).display") == "none")
    page.size(700, 1000)
    page.settle()
    wide = page.value("drawn.filter(d => d.plot.root.querySelector('canvas').getBoundingClientRect().right > 700).length")
    check(f"charts fit the paper, but {wide}", wide == 0)
    paper = page.pdf()
    check("it can be printed", paper.startswith(b"%PDF") and len(paper) > 20_000)
    if PICTURES:
        with open(os.path.join(PICTURES, "printed.pdf"), "wb") as out:
            out.write(paper)
    check(f"nothing on the console, but {page.errors}", page.errors == [])


def locked(page, file, folder):
    """Even if a name ever became markup, the page's policy would not let it run."""
    with open(file, encoding="utf-8") as report_file:
        text = report_file.read()
    changed = os.path.join(folder, "changed.html")
    with open(changed, "w", encoding="utf-8") as out:
        out.write(text.replace('<main id="report">', '<script>window.evil = 1</script><main id="report" onclick="window.evil = 1">', 1))
    page.open(changed)
    page.value("document.querySelector('main').click()")
    check("a script that is not ours does not run", page.value("window.evil === undefined && DATA.kind === 'run'"))


def main():
    if not browser.find():
        print("SKIPPED: there is no Chromium here, so no report has been looked at in a browser (apt-get install chromium)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("hostile", HOSTILE), ("silent", SILENT)):
            with open(os.path.join(folder, name + ".yaml"), "w", encoding="utf-8") as out:
                out.write(text)
        hostile, silent = os.path.join(folder, "hostile.yaml"), os.path.join(folder, "silent.yaml")
        courier, storm = (os.path.join(SOURCES, "scenarios", s + ".yaml") for s in ("courier_hotline", "power_hotline_95598"))
        few = ("--replications", "20")
        files = {
            "courier": report(folder, "courier", "run", courier, *few),
            "storm-zh": report(folder, "storm-zh", "run", storm, *few, "--lang", "zh"),
            "hostile": report(folder, "hostile", "run", hostile),
            "hostile-compare": report(folder, "hostile-compare", "compare", hostile, silent, *few),
            "compare-zh": report(folder, "compare-zh", "compare", courier, courier, *few, "--lang", "zh"),
            "sensitivity": report(folder, "sensitivity", "sensitivity", courier, *few),
            "hostile-sensitivity": report(folder, "hostile-sensitivity", "sensitivity", hostile, "--lang", "zh"),
            "sweep": swept(folder, "sweep", courier, "agent_groups.tier1.shifts[2].agents=6..12:3", "agent_groups.tier1.shifts[5].agents=4..10:3",
                           "--set", "agent_groups.tier1.shifts[4].agents=8", "--set", "agent_groups.tier1.shifts[0].agents=6", *few),
            "drawn-sweep": swept(folder, "drawn-sweep", courier, "agent_groups.tier1.shifts[2].agents=6~12", "call_types.enquiry.talk.mean=120~160 s", "--design", "sobol:16", "--replications", "3", "--lang", "zh"),
            "hostile-sweep": swept(folder, "hostile-sweep", hostile, "call_types.<b>bold</b>.talk.mean=1 min,2 min", "--replications", "3"),
            "silent-sweep": swept(folder, "silent-sweep", silent, "agent_groups.g.staffing=1,2", "--replications", "1"),
            "silent-sensitivity": report(folder, "silent-sensitivity", "sensitivity", silent, *few),
            "silent": report(folder, "silent", "run", silent, *few),
            "once": report(folder, "once", "run", courier, "--replication", "3"),
        }
        for name in ("courier", "storm-zh"):
            size = os.path.getsize(files[name])
            check(f"{name} is small, {size} bytes", size < 1_500_000)
        page = browser.Page()
        try:
            for name, file in files.items():
                for width, dark in ((1280, False), (390, True)):
                    look(page, file, name, width, dark)
            first_screen(page, files["courier"])
            verdicts(page, files)
            tornado(page, files["sensitivity"])
            sweeps(page, files)
            moves(page, files["courier"])
            locked(page, files["courier"], folder)
        finally:
            page.close()
    print(f"{failures} failures" if failures else "all reports are well")
    return 1 if failures else 0


sys.exit(main())
