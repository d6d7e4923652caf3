#pragma once

#include "engine/core/feature_array.h"
#include "engine/corpora/seamless_files.h"

#include <functional>
#include <string>
#include <vector>

namespace engine::seamless {

/// An array of a recording, with its rows that are valid.
struct ArrayRows {
    std::string name; ///< `movement.FAUValue`
    Entry entry; ///< T × D: more axes are flattened
};

struct ArrayWishes {
    std::size_t mostColumns = 64; ///< wider arrays are left out
    std::vector<std::string> names; ///< only these, however wide; empty: all
};

/// Reads the arrays of a recording from `ID.npz`, and those that lie in folders of their own. Row k of R lies
/// at [k, k + 1) · length / R; the length is that of the mp4, else N / 30 s for the recording's N frames.
/// Rows that `is_valid` of the same group denies are left out.
/// @param tooWide  gets names of arrays that are left out for their width
/// @param findings  gets `empty_recording`, `object_array`, `damaged_array`, with the recording's id
/// @param take  gets each array that has rows
/// @throws Cancelled.
void eachArray(const Recording& recording, const ArrayWishes& wishes, CorpusFindings& findings,
               const std::function<void(const std::string& name)>& tooWide,
               const std::function<void(ArrayRows)>& take);

}
