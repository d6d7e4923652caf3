#pragma once

#include "engine/annotation/change.h"

#include <cstdint>
#include <span>
#include <string>

namespace engine {

/// A change as a project keeps it, as CBOR: without the strings, maps and spare room of a Change, for a
/// history that grows all day.
class PackedChange {
public:
    PackedChange() : PackedChange(Change()) { }
    explicit PackedChange(const Change& change);
    /// @throws std::exception for bytes that no change is kept as
    explicit PackedChange(std::span<const std::uint8_t> bytes);

    Change change() const;
    std::span<const std::uint8_t> bytes() const;

private:
    std::string m_bytes; ///< short ones, as of no change, take no memory of their own
};

}
