"""EA100 in SimPy as its tutorial writes queues: a process for each caller, who waits for an agent or gives up.

simpy_erlang_a.py CALLS SEED WARM_UP: prints counts of the calls after the first WARM_UP, and the seconds of
processor time of the whole simulation.  Times are in minutes.
"""
import random
import sys
import time

import simpy

AGENTS, ARRIVALS, MEAN_SERVICE, MEAN_PATIENCE, ACCEPTABLE = 100, 100.0, 1.0, 0.5, 1 / 3


class Counts:
    abandoned = in_time = 0
    waits_of_served = 0.0


def caller(env, agents, counts, counted):
    arrived = env.now
    with agents.request() as request:
        result = yield request | env.timeout(random.expovariate(1 / MEAN_PATIENCE))
        wait = env.now - arrived
        if request not in result:
            counts.abandoned += counted
            return
        if counted:
            counts.in_time += wait <= ACCEPTABLE
            counts.waits_of_served += wait
        yield env.timeout(random.expovariate(1 / MEAN_SERVICE))


def arrivals(env, agents, counts, calls, warm_up):
    for number in range(calls):
        yield env.timeout(random.expovariate(ARRIVALS))
        env.process(caller(env, agents, counts, number >= warm_up))


def main():
    calls, seed, warm_up = map(int, sys.argv[1:])
    random.seed(seed)
    counts = Counts()
    start = time.process_time()
    env = simpy.Environment()
    agents = simpy.Resource(env, AGENTS)
    env.process(arrivals(env, agents, counts, calls, warm_up))
    env.run()
    seconds = time.process_time() - start
    print("calls", calls)
    print("counted", calls - warm_up)
    print("abandoned", counts.abandoned)
    print("in_time", counts.in_time)
    print("waits_of_served", counts.waits_of_served)
    print("seconds", seconds)
    print("version", simpy.__version__)


main()
