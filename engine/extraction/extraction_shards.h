#pragma once

#include <cstddef>
#include <vector>

namespace engine {

/// Shares recordings out so that every shard has about as much to do: the longest first, each to the shard
/// that has least so far (R. L. Graham, SIAM J. Appl. Math. 17, 1969: at most a third more than the best
/// there is).
/// @param seconds  how long each recording is
/// @return of each recording the number of its shard, from 0; the same for the same lengths
std::vector<std::size_t> shardsByLength(const std::vector<double>& seconds, std::size_t shards);

}
