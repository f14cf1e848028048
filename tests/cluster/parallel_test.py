"""GNU parallel: the shipped job file, and four shards of which one is lost."""
import os

from cluster import FEW, FEW_POINTS, Place, need

need("parallel")
with Place() as place:
    place.run("sh", place.job_file("parallel.sh"))
    place.check_same("all.db", FEW_POINTS, *FEW)

    shards = " ".join(f"'{part}'" for part in place.sweep("four.db", FEW_POINTS, *FEW)) + " --threads 1 --shard {}/4"
    place.run("parallel", shards, ":::", "1", "2", "3", "4")
    parts = [f"four-{i}-of-4.db" for i in (1, 2, 3, 4)]
    os.remove(os.path.join(place.path, parts[2]))
    assert place.run("thirdring", "merge", "four-all.db", *parts[:2], parts[3], status=2) == \
        "thirdring: shard 3/4 is missing\n"
    output = place.run(*place.sweep("four.db", FEW_POINTS, *FEW, "--shard", "3/4"))
    assert output == "1 points: 1 done, 0 reused, 0 left; 100 replications run\n", output
    place.run("thirdring", "merge", "four-all.db", *parts)
    place.check_same("four-all.db", FEW_POINTS, *FEW)
