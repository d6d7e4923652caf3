#pragma once

#include <istream>
#include <string>
#include <vector>

namespace engine {

/// The declarations of an ARFF file: the names of its columns, and which of them are numbers.
struct ArffHeader {
    std::string relation;
    std::vector<std::string> names;
    std::size_t lines = 0; ///< that were read, with `@data`
};

/// Reads up to `@data`. @throws FormatError (`data_invalid`) naming file and line.
ArffHeader readArffHeader(std::istream& stream, const std::string& file);

}
