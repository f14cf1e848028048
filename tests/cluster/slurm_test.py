"""A Slurm of one node, made for the test: the shipped array of jobs, merged."""
import os
import socket
import subprocess

from cluster import FEW, POINTS, Place, need, skip, wait_for

CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={path}/munge.socket
StateSaveLocation={path}/state
SlurmdSpoolDir={path}/spool
SlurmctldPidFile={path}/slurmctld.pid
SlurmdPidFile={path}/slurmd.pid
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MpiDefault=none
NodeName={host} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES State=UP
"""


def free_ports(n):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(n)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Slurm:
    def __init__(self, place):
        self.place, self.daemons = place, []

    def __enter__(self):
        path = self.place.path
        os.chmod(path, 0o755)
        for name in ("state", "spool"):
            os.mkdir(os.path.join(path, name))
        with open(os.open(f"{path}/key", os.O_CREAT | os.O_WRONLY, 0o600), "wb") as key:
            key.write(os.urandom(128))
        with open(f"{path}/slurm.conf", "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(host=socket.gethostname().split(".")[0], path=path,
                                            ports=free_ports(2)))
        self.place.environment["SLURM_CONF"] = f"{path}/slurm.conf"
        self.daemon("munged", "--foreground", "--force", f"--key-file={path}/key", f"--socket={path}/munge.socket",
                    f"--pid-file={path}/munge.pid", f"--log-file={path}/munge.log", f"--seed-file={path}/munge.seed")
        wait_for("munge", 20, lambda: os.path.exists(f"{path}/munge.socket"))
        self.daemon("slurmctld", "-D")
        self.daemon("slurmd", "-D")
        return self

    def daemon(self, name, *arguments):
        with open(os.path.join(self.place.path, name + ".out"), "w", encoding="utf-8") as out:
            self.daemons.append(subprocess.Popen([name, *arguments], cwd=self.place.path, stdout=out, stderr=out,
                                                 env=self.place.environment))

    def is_idle(self):
        states = subprocess.run(["sinfo", "--noheader", "--format=%T"], env=self.place.environment, text=True,
                                capture_output=True, check=False)
        return states.stdout.strip() == "idle"

    def logs(self):
        names = [name for name in os.listdir(self.place.path) if name.endswith((".out", ".log"))]
        return "".join(f"--- {name}\n" + open(os.path.join(self.place.path, name), encoding="utf-8").read()[-2000:]
                       for name in names)

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.terminate()
            daemon.wait(timeout=60)


os.environ["PATH"] += ":/usr/sbin"
need("munged", "slurmctld", "slurmd", "sbatch", "sinfo")
if os.geteuid() != 0:
    skip("slurmd has to be started as root")
with Place() as place, Slurm(place) as slurm:
    try:
        wait_for("an idle node", 60, slurm.is_idle)
    except AssertionError:
        print(slurm.logs())
        skip("Slurm cannot be started here")
    place.run("sbatch", "--wait", "--output=job-%a.log", place.job_file("slurm.sh"))
    place.run("thirdring", "merge", "sweep.db", *[f"sweep-{i}-of-8.db" for i in range(1, 9)])
    place.check_same("sweep.db", POINTS, *FEW)
