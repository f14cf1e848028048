"""sweep --launcher mpi under mpirun: the shipped job file; one rank, three, and one of them killed."""
import os
import signal

from cluster import FEW, FEW_POINTS, POINTS, Place, need, skip, wait_for


def children(parent):
    """The ranks that an mpirun has started here."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(pid))
    return sorted(found)


def mpirun(ranks, command):
    return ["mpirun", "-n", str(ranks), *command, "--launcher", "mpi"]


def lost_rank(place, signal_to, which):
    """Of a sweep of some seconds one rank gets a signal as soon as something is in the store."""
    much = ["--replications", "500"]
    job = place.start(*mpirun(3, place.sweep("lost.db", FEW_POINTS, *much)))
    wait_for("rows in the store", 60, lambda: place.rows("lost.db") > 0)
    os.kill(children(job.pid)[which], signal_to)
    output = job.communicate(timeout=60)[0]
    kept = place.rows("lost.db")
    assert job.returncode != 0 and 0 < kept < 3000, (job.returncode, kept, output)
    output = place.run(*mpirun(3, place.sweep("lost.db", FEW_POINTS, *much, "--resume")))
    assert output.endswith(f" 0 left; {3000 - kept} replications run\n"), (kept, output)
    place.check_same("lost.db", FEW_POINTS, *much)
    os.remove(os.path.join(place.path, "lost.db"))
    return job.returncode


need("mpirun")
with Place() as place:
    place.environment |= {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
                          "OMPI_MCA_rmaps_base_oversubscribe": "1", "OMPI_MCA_hwloc_base_binding_policy": "none"}
    command = [*place.sweep("one.db", FEW_POINTS, *FEW), "--launcher", "mpi"]
    if "THIRDRING_MPI_ABSENT" in os.environ:
        assert place.run(*command, status=2) == \
            "thirdring: --launcher mpi: this program is built without MPI; install libopenmpi-dev and " \
            "openmpi-bin, and run cmake and the build again\n"
        skip("the program is built without MPI")

    # Without mpirun, and with one rank.
    said = "6 points: 6 done, 0 reused, 0 left; 600 replications run\n"
    assert place.run(*command) == said
    assert place.run(*mpirun(1, place.sweep("one-rank.db", FEW_POINTS, *FEW))) == said
    place.check_same("one.db", FEW_POINTS, *FEW)
    place.check_same("one-rank.db", FEW_POINTS, *FEW)

    place.run("sh", place.job_file("mpirun.sh"))
    place.check_same("sweep.db", POINTS, *FEW)

    # Two threads in each rank; more replications are added to what there is.
    place.run(*mpirun(2, place.sweep("sweep.db", POINTS, "--replications", "130", "--threads", "2")))
    place.check_same("sweep.db", POINTS, "--replications", "130")

    # What is wrong is told once.
    output = place.run(*mpirun(3, place.sweep("wrong.db", ["lnes=3"])), status=2)
    assert output.count("thirdring:") == 1 and output.startswith(
        "thirdring: --set lnes=3: lnes: expected a known key, got 'lnes'; did you mean 'lines'?\n"
        "1 problem; nothing was run\n"), output
    assert not os.path.exists(os.path.join(place.path, "wrong.db"))

    lost_rank(place, signal.SIGKILL, 2)
    lost_rank(place, signal.SIGKILL, 0)
    # Told to end, a rank ends all of them.
    for rank in (0, 1):
        assert lost_rank(place, signal.SIGTERM, rank) == 130
