#pragma once

#include <string>

namespace app {

class Document;
class ScriptFields;
class TierReader;

/// @throws Error (`no_video`) when no video is open.
void requireVideo(const Document& document);

/// The video that a request is about: its field `video`, else the one in sight. @throws Error (`no_video`)
/// when there is no such video in the dataset, or none is open.
std::string videoOf(const ScriptFields& fields, const Document& document, const TierReader& reader);

}
