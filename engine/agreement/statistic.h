#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The range of a statistic when its units are drawn again, with replacement (Efron, Bootstrap methods,
/// Annals of Statistics 1979): percentiles 2.5 and 97.5.
struct BootstrapInterval {
    double low = 0.0;
    double high = 0.0;
    std::size_t draws = 0; ///< that had a value
    std::size_t droppedDraws = 0; ///< in which the statistic was undefined
    std::uint32_t seed = 0; ///< equal seeds draw equal units, everywhere

    friend bool operator==(const BootstrapInterval&, const BootstrapInterval&) = default;
};

/// A sentence with the parts that vary kept separately, so that it can be translated.
struct Sentence {
    std::string form; ///< in English, `{}` for each part: `All {} ratings are {}.`; a code for translations
    std::vector<std::string> parts = {};

    bool empty() const { return form.empty(); }
    std::string english() const
    {
        std::string text;
        std::size_t from = 0;
        for (const std::string& part : parts) {
            const std::size_t at = form.find("{}", from);
            if (at == std::string::npos)
                break;
            text += form.substr(from, at - from) + part;
            from = at + 2;
        }
        return text + form.substr(from);
    }
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// What did not go into a statistic, and why: `units with fewer than two ratings`.
struct Dropped {
    std::string reason;
    std::size_t count = 0;

    friend bool operator==(const Dropped&, const Dropped&) = default;
};

/// A number that a figure is calculated from, by the name it has in the literature: `MSR`.
struct StatisticTerm {
    std::string name;
    double value = 0.0;

    friend bool operator==(const StatisticTerm&, const StatisticTerm&) = default;
};

/// One figure of agreement with all that is needed to quote it. It has a value or a reason why it has none;
/// the value is finite.
struct Statistic {
    std::string key; ///< stable, for machines: `alpha`
    std::string name; ///< `Krippendorff's alpha`
    std::string rule; ///< the variant, in full: `ordinal metric`
    std::vector<std::string> between; ///< the raters it compares; empty: all
    std::optional<double> value;
    std::string undefined; ///< why there is no value: a sentence
    Sentence reason; ///< `whyNot` as a sentence for translation
    std::optional<BootstrapInterval> interval;
    std::size_t units = 0; ///< that were used
    std::size_t raters = 0; ///< raters whose values were used
    std::vector<Dropped> dropped; ///< only what there is any of
    std::vector<StatisticTerm> terms; ///< what the value is calculated from, where that is quoted beside it

    /// Sets the value. When it is not finite, the statistic is undefined because the numbers are too large.
    void give(double number)
    {
        refuse({"The numbers are too large to be calculated with."});
        if (!std::isfinite(number))
            return;
        value = number;
        undefined.clear();
        reason = {};
    }
    void refuse(Sentence why)
    {
        value.reset();
        undefined = why.english();
        reason = std::move(why);
    }
    void drop(std::string why, std::size_t count)
    {
        if (count > 0)
            dropped.push_back({std::move(why), count});
    }
    friend bool operator==(const Statistic&, const Statistic&) = default;
};

}
