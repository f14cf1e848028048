#include "analysis/sweep/merge.hpp"

#include <memory>

#include "cli/commands.hpp"

namespace thirdring::cli {

void add_merge(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("merge", "Put the shards of a sweep together");
  const auto out = std::make_shared<std::string>();
  const auto shards = std::make_shared<std::vector<std::string>>();
  sub.add_option("OUT", *out, "The store to make")->required();
  sub.add_option("SHARD", *shards, "Stores written by sweep --shard")->required();
  sub.callback([out, shards, &action] {
    action = [out, shards] {
      sweep::merge(*out, *shards, THIRDRING_VERSION);
      return done;
    };
  });
}

}  // namespace thirdring::cli
