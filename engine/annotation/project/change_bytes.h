#pragma once

#include "engine/annotation/change.h"

#include <cstdint>
#include <span>
#include <vector>

namespace engine::project {

/// A change as CBOR, in full: every field of its tiers, segments and items.
std::vector<std::uint8_t> bytesOf(const Change& change);

/// @throws std::exception for any other bytes
Change changeOf(std::span<const std::uint8_t> bytes);

}
