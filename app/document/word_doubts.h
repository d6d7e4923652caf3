#pragma once

#include "app/document/document.h"

namespace app {

/// Why a word of the video in sight is doubtful or a draft, in a sentence; empty: it is neither.
QString doubtOf(const Document& document, std::size_t word);

}
