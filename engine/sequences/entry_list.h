#pragma once

#include "engine/sequences/csd_file.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// The ids of a sequence with the shapes of their entries, packed: an id takes its length and 12 bytes. A
/// word-aligned corpus has half a million ids, but few shapes.
class EntryList {
public:
    struct Item {
        std::string_view id; ///< valid as long as the list stays as it is
        const EntryShape& shape;
        std::string_view
            problem; ///< why the entry cannot be read, without the file's name; empty when it can
    };

    std::size_t size() const { return m_ends.size(); }
    Item operator[](std::size_t place) const;
    /// The distinct shapes of the entries that can be read, each with the number of its entries.
    std::vector<std::pair<EntryShape, std::size_t>> shapes() const;
    /// The entries that cannot be read, by place.
    const std::map<std::size_t, std::string>& problems() const { return m_problems; }

    void add(std::string_view id, const EntryShape& shape, const std::string& problem = {});

    friend bool operator==(const EntryList&, const EntryList&) = default;

private:
    friend class EntryListBytes; // index_bytes.cpp

    std::string m_ids; ///< one behind the other
    std::vector<std::uint64_t> m_ends; ///< of each id in m_ids
    std::vector<std::uint32_t> m_shapeOf; ///< places in m_shapes
    std::vector<EntryShape> m_shapes; ///< in the order in which they came first
    std::map<EntryShape, std::uint32_t> m_placeOf; ///< in m_shapes
    std::map<std::size_t, std::string> m_problems;
};

}
