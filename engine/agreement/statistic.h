#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Where a statistic lies when its units are drawn anew, with replacement (Efron, Bootstrap methods, Annals
/// of Statistics 1979): percentiles 2.5 and 97.5.
struct BootstrapInterval {
    double low = 0.0;
    double high = 0.0;
    std::size_t draws = 0; ///< that had a value
    std::size_t droppedDraws = 0; ///< in which the statistic was undefined
    std::uint32_t seed = 0; ///< the same seed draws the same units, everywhere

    friend bool operator==(const BootstrapInterval&, const BootstrapInterval&) = default;
};

/// What did not go into a statistic, and why: `units with fewer than two ratings`.
struct Dropped {
    std::string reason;
    std::size_t count = 0;

    friend bool operator==(const Dropped&, const Dropped&) = default;
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
    std::optional<BootstrapInterval> interval;
    std::size_t units = 0; ///< that were used
    std::size_t raters = 0; ///< whose values were used
    std::vector<Dropped> dropped; ///< only what there is any of

    /// Takes the value; one that is not finite is said to be too large.
    void give(double number)
    {
        value.reset();
        undefined.clear();
        if (std::isfinite(number))
            value = number;
        else
            undefined = "The numbers are too large to be calculated with.";
    }
    void refuse(std::string why)
    {
        value.reset();
        undefined = std::move(why);
    }
    void drop(std::string reason, std::size_t count)
    {
        if (count > 0)
            dropped.push_back({std::move(reason), count});
    }
    friend bool operator==(const Statistic&, const Statistic&) = default;
};

}
