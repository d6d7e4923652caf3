#pragma once

#include <string>

namespace engine {

/// The text as names are compared: without case (Unicode's case folding), and with letters and their marks
/// put together (Unicode's form NFC), which macOS writes apart in the names of files. Of what is not UTF-8,
/// only ASCII letters lose their case.
std::string foldedText(const std::string& text);

}
