"""Draws docs/courier-day.svg, the picture in the README.

    python3 docs/courier_day.py build/run/thirdring

Calls a half-hour as bars; the share answered by the third ring as a line with its 95 % interval; the 85 % that the
agreement asks for.
"""

import csv
import io
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 320, 50, 50, 46, 36


def periods(program, measure):
    """The centre's values by period, as (label, estimate, low, high)."""
    out = subprocess.run(
        [program, "run", "scenarios/courier_hotline.yaml", "--format", "csv"],
        cwd=HERE.parent, check=True, capture_output=True, text=True).stdout
    return [(row["period"], float(row["estimate"]), float(row["low"]), float(row["high"]))
            for row in csv.DictReader(io.StringIO(out))
            if row["measure"] == measure and row["period"] and not row["call_type"] and not row["group"]]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    calls = {label: estimate for label, estimate, _, _ in periods(program, "calls") if estimate >= 1}
    rings = [row for row in periods(program, "answered_within_rings") if row[0] in calls]
    step = (WIDTH - LEFT - RIGHT) / len(rings)
    most = 20 * (int(max(calls.values())) // 20 + 1)

    def x(i):
        return LEFT + (i + 0.5) * step

    def y(share):
        return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" '
        'font-size="12">',
        "<title>Courier hotline, Monday: calls and share answered by the third ring, by half-hour</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="20" fill="#1f6feb" font-weight="bold">answered by the third ring (95 % interval)</text>',
        f'<text x="{WIDTH - RIGHT}" y="20" text-anchor="end" fill="#7d8590">calls a half-hour</text>',
    ]
    for tick in range(0, 101, 25):
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(tick / 100):.1f}" y2="{y(tick / 100):.1f}" '
                     'stroke="#d8dee4"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y(tick / 100) + 4:.1f}" text-anchor="end" fill="#424a53">{tick} %</text>')
        parts.append(f'<text x="{WIDTH - RIGHT + 6}" y="{y(tick / 100) + 4:.1f}" fill="#7d8590">'
                     f"{most * tick / 100:.0f}</text>")
    for i, (label, _, _, _) in enumerate(rings):
        height = calls[label] / most * (HEIGHT - TOP - BOTTOM)
        parts.append(f'<rect x="{x(i) - 0.4 * step:.1f}" y="{HEIGHT - BOTTOM - height:.1f}" width="{0.8 * step:.1f}" '
                     f'height="{height:.1f}" fill="#d0d7de"/>')
        if label.endswith(":00"):
            parts.append(f'<text x="{x(i):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle" fill="#424a53">{label}</text>')
    band = [f"{x(i):.1f},{y(high):.1f}" for i, (_, _, _, high) in enumerate(rings)]
    band += [f"{x(i):.1f},{y(low):.1f}" for i, (_, _, low, _) in reversed(list(enumerate(rings)))]
    line = [f"{x(i):.1f},{y(value):.1f}" for i, (_, value, _, _) in enumerate(rings)]
    parts += [
        f'<polygon points="{" ".join(band)}" fill="#1f6feb" opacity="0.25"/>',
        f'<polyline points="{" ".join(line)}" fill="none" stroke="#1f6feb" stroke-width="2"/>',
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(0.85):.1f}" y2="{y(0.85):.1f}" stroke="#cf222e" '
        'stroke-dasharray="6 4"/>',
        f'<text x="{x(8.6):.1f}" y="{y(0.85) + 15:.1f}" fill="#cf222e">85 % agreed</text>',
        "</svg>",
    ]
    (HERE / "courier-day.svg").write_text("\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
