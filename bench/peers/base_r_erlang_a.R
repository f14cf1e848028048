# EA100 in base R: a loop over arrivals, departures and abandonments, each at its time; what can be a vector is one.
#
# Rscript base_r_erlang_a.R CALLS SEED WARM_UP: prints counts of the calls after the first WARM_UP, and the
# seconds of processor time of the whole simulation.  Times are in minutes.
arguments <- as.integer(commandArgs(trailingOnly = TRUE))
calls <- arguments[1]
warm_up <- arguments[3]
set.seed(arguments[2])

simulate <- function(calls, warm_up, agents = 100, rate = 100, mean_service = 1, mean_patience = 0.5,
                     acceptable = 1 / 3) {
  arrives <- c(cumsum(rexp(calls, rate)), Inf)
  service <- rexp(calls, 1 / mean_service)
  gives_up <- arrives[seq_len(calls)] + rexp(calls, 1 / mean_patience)
  ends <- rep(Inf, agents) # Inf: the agent is idle
  queue <- integer(0)
  outcome <- numeric(calls) # wait of the served; NA: abandoned
  coming <- 1
  repeat {
    agent <- which.min(ends)
    first <- if (length(queue) > 0) queue[which.min(gives_up[queue])] else 0
    leaves <- if (first > 0) gives_up[first] else Inf
    now <- min(arrives[coming], ends[agent], leaves)
    if (now == Inf) break
    if (now == arrives[coming]) {
      idle <- match(Inf, ends)
      if (is.na(idle)) {
        queue <- c(queue, coming)
      } else {
        ends[idle] <- now + service[coming]
        outcome[coming] <- 0
      }
      coming <- coming + 1
    } else if (now == leaves) {
      outcome[first] <- NA
      queue <- queue[queue != first]
    } else if (length(queue) > 0) {
      outcome[queue[1]] <- now - arrives[queue[1]]
      ends[agent] <- now + service[queue[1]]
      queue <- queue[-1]
    } else {
      ends[agent] <- Inf
    }
  }
  waits <- outcome[(warm_up + 1):calls]
  list(abandoned = sum(is.na(waits)), in_time = sum(waits <= acceptable, na.rm = TRUE),
       waits_of_served = sum(waits, na.rm = TRUE))
}

spent <- system.time(counts <- simulate(calls, warm_up))
cat("calls", calls, "\ncounted", calls - warm_up, "\nabandoned", counts$abandoned, "\nin_time", counts$in_time,
    "\nwaits_of_served", counts$waits_of_served, "\nseconds", spent[["user.self"]] + spent[["sys.self"]],
    "\nversion", as.character(getRversion()), "\n")
