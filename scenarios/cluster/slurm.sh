#!/bin/sh
# A sweep as an array of Slurm jobs, a shard each:  sbatch scenarios/cluster/slurm.sh
# When all have ended:  thirdring merge sweep.db sweep-*-of-8.db
# A task that was lost is sent again with  sbatch --array=...  only together with its SLURM_ARRAY_TASK_COUNT; simpler,
# by hand:  thirdring sweep ... --shard 3/8 --resume
#SBATCH --job-name=sweep
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --time=01:00:00
exec thirdring sweep scenarios/courier_hotline.yaml lines=34..44:2 'call_types.enquiry.arrivals.volumes*=0.9,1,1.1' \
  --replications 100 --threads "${SLURM_CPUS_PER_TASK:-1}" --store sweep.db
