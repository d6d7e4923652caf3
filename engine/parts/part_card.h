#pragma once

#include "engine/core/who.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a part says of itself: who it learnt from, what it was measured on, how it may be used. A part is
/// weights or tables that learnt from people, with a folder of its own; the card is its `card.json`.
struct PartCard {
    struct Source {
        std::string name;
        std::string licence;
        std::string source; ///< where it is to be had
        friend bool operator==(const Source&, const Source&) = default;
    };
    struct LearntFrom {
        Who who = Who::Real;
        std::optional<std::uint64_t> people; ///< who are seen, heard or read; absent: not known
        std::optional<std::uint64_t> texts; ///< absent: it learnt from no texts
        std::optional<std::uint64_t> pictures; ///< absent: it learnt from none
        std::vector<std::string> languages; ///< `en`; empty: none counts
        std::vector<Source> data;
        friend bool operator==(const LearntFrom&, const LearntFrom&) = default;
    };
    /// A figure and, where it is known, the interval that holds it with a chance of 95 %.
    struct Measured {
        std::string on; ///< the data: `CMU-MOSI, 2 199 texts`
        std::string what; ///< the figure: `r`
        double value = 0.0;
        std::optional<double> low;
        std::optional<double> high;
        std::uint64_t n = 0; ///< cases
        friend bool operator==(const Measured&, const Measured&) = default;
    };

    std::string part; ///< the name of its folder
    std::string title;
    LearntFrom learntFrom;
    std::string licence;
    std::string licenceFile; ///< in the folder
    std::string madeBy; ///< the script that makes it again
    std::map<std::string, std::string> files; ///< name in the folder → its SHA-256, 64 hexadecimal digits
    std::vector<Measured> measured;
    std::string notKnown; ///< what nobody measured, in sentences

    friend bool operator==(const PartCard&, const PartCard&) = default;
};


/// @throws IoError (`file_not_found`, `io`); FormatError (`part_damaged`) with file, field and what was
/// expected.
PartCard readPartCard(const std::filesystem::path& file);

}
