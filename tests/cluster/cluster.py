"""What the tests of many processes share: the shipped job files are run as they are, on one machine."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM, SOURCE = sys.argv[1], sys.argv[2]
# What scenarios/cluster/slurm.sh and mpirun.sh sweep, and parallel.sh.
POINTS = ["lines=34..44:2", "call_types.enquiry.arrivals.volumes*=0.9,1,1.1"]
FEW_POINTS = POINTS[:1]
FEW = ["--replications", "100"]


def need(*tools):
    """Ends the test as skipped, loudly, where one of them is not installed."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        skip("not installed: " + ", ".join(missing))


def skip(reason):
    print("SKIPPED:", reason, flush=True)
    sys.exit(77)


class Place:
    """A directory to work in, with the scenarios and the program as the job files expect them."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="thirdring-cluster-")
        os.symlink(os.path.join(SOURCE, "scenarios"), os.path.join(self.path, "scenarios"))
        self.straight = {}
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(("SLURM_", "OMPI_"))}
        self.environment["PATH"] = os.path.dirname(PROGRAM) + ":/usr/sbin:" + os.environ["PATH"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def start(self, *command, **more):
        return subprocess.Popen(command, cwd=self.path, env=self.environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more)

    def run(self, *command, status=0):
        """Both outputs."""
        process = self.start(*command)
        try:
            output = process.communicate(timeout=240)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        assert process.returncode == status, f"{command}: status {process.returncode}\n{output}"
        return output

    def job_file(self, name):
        return os.path.join("scenarios", "cluster", name)

    def sweep(self, store, points, *more):
        return ["thirdring", "sweep", "scenarios/courier_hotline.yaml", *points, "--store", store, *more]

    def rows(self, store):
        """How many replications it holds, while it may be written."""
        path = os.path.join(self.path, store)
        if not os.path.exists(path):
            return 0
        try:
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
                return database.execute("SELECT count(*) FROM replication").fetchone()[0]
        except sqlite3.OperationalError:
            return 0  # no tables yet, or just being written

    def everything(self, store):
        """All records by point and number, and the table: equal for equal results."""
        with sqlite3.connect(os.path.join(self.path, store)) as database:
            records = database.execute("SELECT p.key, r.number, r.record FROM replication r JOIN point p "
                                       "ON p.id = r.point ORDER BY p.key, r.number").fetchall()
        return records, self.run("thirdring", "results", store, "--format", "csv")

    def check_same(self, store, points, *more):
        """As one process gives it."""
        of = (*points, *more)
        if of not in self.straight:
            self.run(*self.sweep("straight.db", points, *more))
            self.straight[of] = self.everything("straight.db")
            os.remove(os.path.join(self.path, "straight.db"))
        records, table = self.everything(store)
        straight_records, straight_table = self.straight[of]
        assert len(records) > 0 and records == straight_records
        assert table.count("\n") > 100 and table == straight_table


def wait_for(what, seconds, condition):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)
