#include "engine/formats/elan/eaf_vocabulary.h"

#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <cmath>

namespace engine::eaf {

namespace {

constexpr double kMostSteps = 100;

std::optional<NumberScale> scaleOf(const std::vector<Term>& terms)
{
    std::vector<double> numbers;
    for (const Term& term : terms) {
        const auto number = numberIn(term.name);
        if (!number || !std::isfinite(*number))
            return std::nullopt;
        numbers.push_back(*number);
    }
    std::ranges::sort(numbers);
    if (numbers.size() < 2 || numbers[1] <= numbers[0])
        return std::nullopt;
    const NumberScale scale{numbers.front(), numbers.back(), numbers[1] - numbers[0]};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (std::abs(numbers[i] - (scale.least + static_cast<double>(i) * scale.step)) > 1e-9)
            return std::nullopt;
    }
    return scale;
}

}

std::map<std::string, ControlledVocabulary> readVocabularies(pugi::xml_node document)
{
    std::map<std::string, ControlledVocabulary> vocabularies;
    for (const pugi::xml_node node : document.children("CONTROLLED_VOCABULARY")) {
        ControlledVocabulary vocabulary;
        vocabulary.scheme.name = node.attribute("CV_ID").value();
        std::vector<Term> terms;
        for (const pugi::xml_node entry : node.children()) {
            const std::string kind = entry.name();
            if (kind != "CV_ENTRY" && kind != "CV_ENTRY_ML")
                continue;
            const char* text = kind == "CV_ENTRY" ? entry.child_value() : entry.child_value("CVE_VALUE");
            terms.push_back({text, {}, {}});
            if (const pugi::xml_attribute id = entry.attribute("CVE_ID"))
                vocabulary.terms.emplace(id.value(), text);
        }
        if (const auto scale = scaleOf(terms)) {
            vocabulary.scheme.scale = *scale;
        } else {
            for (const Term& term : terms)
                vocabulary.names.insert(term.name);
            vocabulary.scheme.scale = Vocabulary{std::move(terms)};
        }
        vocabularies.emplace(vocabulary.scheme.name, std::move(vocabulary));
    }
    return vocabularies;
}

std::vector<std::string> entriesOf(const LabelScheme& scheme)
{
    std::vector<std::string> entries;
    if (const auto* vocabulary = std::get_if<Vocabulary>(&scheme.scale)) {
        for (const Term& term : vocabulary->terms)
            entries.push_back(term.name);
    } else if (const auto* scale = std::get_if<NumberScale>(&scheme.scale)) {
        const double steps
            = scale->step > 0.0 ? std::round((scale->greatest - scale->least) / scale->step) : kMostSteps;
        for (int i = 0; steps < kMostSteps && i <= static_cast<int>(steps); ++i)
            entries.push_back(shortest(scale->least + i * scale->step));
    }
    return entries;
}

}
