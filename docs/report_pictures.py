#!/usr/bin/env python3
"""The first screens of two reports, as the README shows them: docs/report_pictures.py THIRDRING; needs Chromium."""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "tests", "html"))
import browser  # noqa: E402

PICTURES = {"courier_hotline": "report-courier.png", "power_hotline_95598": "report-storm.png"}


def main():
    os.chdir(os.path.join(HERE, ".."))
    program = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "build/run/thirdring"
    page = browser.Page()
    try:
        with tempfile.TemporaryDirectory() as folder:
            for scenario, picture in PICTURES.items():
                file = os.path.join(folder, scenario + ".html")
                subprocess.run([program, "run", f"scenarios/{scenario}.yaml", "--report", file], check=True, stdout=subprocess.DEVNULL)
                page.size(1280, 900)
                page.media()
                page.open(file)
                bottom = page.value("document.querySelector('.first').getBoundingClientRect().bottom")
                page.screenshot(os.path.join("docs", picture), clip={"x": 0, "y": 0, "width": 1280, "height": round(bottom) + 14})
    finally:
        page.close()


main()
