#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A line of text that is read from its beginning on, piece by piece. What does not fit takes nothing.
class ScannedText {
public:
    /// @param text  outlives this
    explicit ScannedText(std::string_view text) : m_text(text) { }

    bool take(std::string_view what);
    /// A finite decimal number, leading zeros too.
    bool takeNumber(double& number);
    /// What stands before the mark, which is passed over; everything where there is none.
    std::string takeUntil(char mark);
    void skipBlanks(); ///< and tabs
    std::string rest() const { return std::string(m_text); }
    bool isAtEnd() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

/// The parts between the marks, without blanks around them; empty parts are left out.
std::vector<std::string> partsOf(std::string_view text, char mark);

}
