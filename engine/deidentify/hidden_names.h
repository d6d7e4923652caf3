#pragma once

#include <map>
#include <string>
#include <vector>

namespace engine {

/// Names and words that must not be in a text, each with what stands in its place.
///
/// A name is found in whatever case, where no letter of an alphabet stands directly before or after it: `ada`
/// in `ADA's`, `ada_1.mp4` and `ada2`, not in `Adams`. In scripts without blanks between words a name is found
/// anywhere. Of a name of several words each of three or more letters is hidden as well.
class HiddenNames {
public:
    /// @param instead  `Person 3`; an empty name counts as none
    void add(const std::string& name, const std::string& instead);

    bool empty() const { return m_names.empty(); }
    /// Names with what stands in their place.
    const std::map<std::string, std::string>& all() const { return m_given; }

    /// The text with every name replaced, longest names first.
    std::string without(const std::string& text) const;
    /// The names that are in a text, each as it stands there.
    std::vector<std::string> in(const std::string& text) const;

private:
    struct Name {
        std::u32string folded;
        std::string instead;
    };
    struct Hit {
        std::size_t start = 0; ///< code points
        std::size_t end = 0;
        const Name* name = nullptr;
    };
    std::vector<Hit> hits(const std::u32string& points) const;
    void addPart(const std::string& name, const std::string& instead);

    std::vector<Name> m_names; ///< longest first
    std::map<std::string, std::string> m_given;
};

}
