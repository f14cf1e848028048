"""A workbook, read back without the library that wrote it: workbook_test.py THIRDRING SOURCES."""

import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

THIRDRING, SOURCES = sys.argv[1:3]
NAMES = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
HOSTILE = """
name: "=cmd|' /C calc'!A0"
time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min}
run: {replications: 10}
call_types:
  "=1+1": {arrivals: {rate: 60/h}, patience: {distribution: exponential, mean: 2 min}, talk: {distribution: exponential, mean: 3 min}}
  "+2": {arrivals: {rate: 5/h}, talk: 1 min}
  "-3": {arrivals: {rate: 5/h}, talk: 1 min}
  "@SUM(A1)": {arrivals: {rate: 5/h}, talk: 1 min}
  "投诉 <b>&": {arrivals: {rate: 5/h}, talk: 1 min}
agent_groups: {"=A1": {skills: ["=1+1", "+2", "-3", "@SUM(A1)", "投诉 <b>&"], staffing: 4}}
agreements: {"=HYPERLINK(1)": {share: answered_within 3 rings, at_least: 85 %, per: day}}
"""


def sheets(file):
    """Rows of cells by sheet name; a formula in any cell is an error."""
    book = zipfile.ZipFile(file)
    texts = ["".join(t.text or "" for t in item.iter("{%s}t" % NAMES["x"])) for item in xml.fromstring(book.read("xl/sharedStrings.xml"))]
    names = [s.get("name") for s in xml.fromstring(book.read("xl/workbook.xml")).find("x:sheets", NAMES)]
    result = {}
    for i, name in enumerate(names, 1):
        root = xml.fromstring(book.read(f"xl/worksheets/sheet{i}.xml"))
        assert root.find(".//x:f", NAMES) is None, f"a formula in {name}"
        rows = []
        for row in root.iter("{%s}row" % NAMES["x"]):
            cells = {}
            for cell in row:
                value = cell.find("x:v", NAMES)
                if value is not None:
                    column = re.match("[A-Z]+", cell.get("r")).group()
                    cells[column] = texts[int(value.text)] if cell.get("t") == "s" else float(value.text)
            rows.append(cells)
        result[name] = rows
    return result


def main():
    with tempfile.TemporaryDirectory() as folder:
        scenario, book = os.path.join(folder, "hostile.yaml"), os.path.join(folder, "day.xlsx")
        with open(scenario, "w", encoding="utf-8") as out:
            out.write(HOSTILE)
        run = [THIRDRING, "run", scenario]
        subprocess.run([*run, "--format", "xlsx", "--out", book], check=True)
        made = json.loads(subprocess.run([*run, "--format", "json"], check=True, capture_output=True).stdout)
        read = sheets(book)
        assert list(read) == ["Summary", "Per period", "Staffing", "Agreements"], list(read)

        # In Chinese: the same numbers, and no English word of ours but names that `explain` knows.
        in_chinese = os.path.join(folder, "zh.xlsx")
        subprocess.run([*run, "--format", "xlsx", "--lang", "zh", "--out", in_chinese], check=True)
        chinese = sheets(in_chinese)
        assert list(chinese) == ["概要", "分时段", "人员配置", "服务协议"], list(chinese)
        for before, after in zip(read.values(), chinese.values()):
            assert [[x for x in row.values() if isinstance(x, float)] for row in before] == [[x for x in row.values() if isinstance(x, float)] for row in after]
        words = [x for rows in chinese.values() for row in rows for x in row.values() if isinstance(x, str)]
        known = ("Erlang", "thirdring", scenario, "run ", "--seed", "--replications", ".achieved", ".breach", ".shortfall", ".penalty", "agreement.", "HYPERLINK", "cmd|' /C calc'")
        english = [x for x in words if re.search("[a-z]{3}", re.sub("|".join(map(re.escape, known)), "", x)) and not re.fullmatch("[0-9a-f]{16}", x)]
        assert not english, english
        assert {"指标", "来电类型", "估计值"} <= {x for row in chinese["概要"] for x in row.values()}

        # Every number of the whole run, as the JSON report has it.
        begin = next(i for i, row in enumerate(read["Summary"]) if row.get("A") == "measure")
        table = {(r["A"], r.get("B", ""), r.get("C", "")): r.get("D") for r in read["Summary"][begin + 1:]}
        whole = [m for m in made["measures"] if "period" not in m]
        assert len(whole) > 100
        for m in whole:
            got, expected = table[(m["measure"], m.get("call_type", ""), m.get("group", ""))], m["estimate"]
            assert (got is None) == (expected is None), m
            assert got is None or abs(got - expected) <= 1e-9 * max(1, abs(expected)), (m, got)
        assert {"=1+1", "+2", "-3", "@SUM(A1)", "投诉 <b>&"} <= {r.get("B") for r in read["Summary"]}

        assert [r["A"] for r in read["Per period"][1:]] == ["08:00", "08:30", "09:00", "09:30"]
        calls = {m["period"]: m["estimate"] for m in made["measures"] if m["measure"] == "calls" and "period" in m and "call_type" not in m and "group" not in m}
        for row in read["Per period"][1:]:
            assert abs(row["B"] - calls[row["A"]]) < 1e-9, row
        assert read["Staffing"][0]["E"] == "=A1: agents" and read["Staffing"][1]["B"] == 4
        agreement = read["Agreements"][1]
        assert agreement["A"] == "=HYPERLINK(1)" and agreement["C"] == 0.85
        assert abs(agreement["F"] - made["agreements"][0]["achieved"]["estimate"]) < 1e-9

        # The same bytes again; and what CSV makes of such names.
        again = os.path.join(folder, "again.xlsx")
        subprocess.run([*run, "--format", "xlsx", "--out", again], check=True)
        with open(book, "rb") as a, open(again, "rb") as b:
            assert a.read() == b.read()
        csv = subprocess.run([*run, "--format", "csv"], check=True, capture_output=True).stdout.decode()
        for field in re.findall(r'(?:^|,)"?([=+@])', csv, re.M):
            raise AssertionError(f"a cell of the CSV begins with {field!r}")
        refused = subprocess.run([*run, "--format", "xlsx"], capture_output=True)
        assert refused.returncode == 2 and refused.stderr == b"thirdring: --format xlsx needs --out: a workbook is no text\n", refused
    print("the workbook says what the JSON report says")


main()
