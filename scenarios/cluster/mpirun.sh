#!/bin/sh
# A sweep on all tasks of one Slurm job, or of any machines:  sbatch scenarios/cluster/mpirun.sh  or
# mpirun -n 4 --hostfile hosts thirdring sweep ... --launcher mpi
# Rank 0 writes the store and hands out the work. A rank that is lost ends the job; sent again, it goes on where it was.
#SBATCH --job-name=sweep
#SBATCH --ntasks=16
#SBATCH --time=01:00:00
exec mpirun -n "${SLURM_NTASKS:-4}" thirdring sweep scenarios/courier_hotline.yaml lines=34..44:2 \
  'call_types.enquiry.arrivals.volumes*=0.9,1,1.1' --replications 100 --store sweep.db --launcher mpi
