#include "engine/deidentify/hidden_people.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

std::map<std::string, std::string> annotatorCodes(const KnownPeople& known)
{
    std::map<std::string, std::string> codes;
    for (const std::string& annotator : known.annotators)
        codes.emplace(annotator, fmt::format("r{:02}", codes.size() + 1));
    return codes;
}

HiddenNames hiddenNames(const KnownPeople& known, const PeopleChoice& choice, const std::string& project)
{
    const auto require = [&](const std::string& name) {
        if (known.videos.contains(name))
            return;
        std::vector<std::string> names;
        for (const auto& [person, videos] : known.videos)
            names.push_back(person);
        throw FormatError("unknown_person", project,
                          fmt::format("knows nobody called '{}'; it knows {}", name,
                                      names.empty() ? std::string("nobody by name; --everybody hides all who are filmed")
                                                    : fmt::format("{}", fmt::join(names, ", "))));
    };
    std::ranges::for_each(choice.people, require);
    for (const std::string& name : choice.consenting) {
        require(name);
        if (std::ranges::count(choice.people, name) > 0)
            throw FormatError("person_consents", project,
                              fmt::format("'{}' is to be hidden and to stay as they are", name));
    }
    HiddenNames hidden;
    std::size_t number = 0;
    for (const auto& [person, videos] : known.videos) {
        if (std::ranges::count(choice.consenting, person) == 0)
            hidden.add(person, fmt::format("Person {}", ++number));
    }
    number = 0;
    for (const std::string& word : choice.words)
        hidden.add(word, fmt::format("Word {}", ++number));
    for (const auto& [annotator, code] : annotatorCodes(known))
        hidden.add(annotator, code);
    return hidden;
}

}
