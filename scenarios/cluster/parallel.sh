#!/bin/sh
# A sweep in eight shards by GNU parallel, on the machines in $PARALLEL's --sshloginfile or on this one alone; run again,
# it goes on where it was.
set -e
parallel --halt soon,fail=1 thirdring sweep scenarios/courier_hotline.yaml lines=34..44:2 \
  --replications 100 --threads 1 --store sweep.db --shard '{}/8' ::: 1 2 3 4 5 6 7 8
thirdring merge all.db sweep-?-of-8.db
