#include "engine/agreement/drift.h"

namespace engine {

std::array<DriftQuarter, 4> driftOverQuarters(std::span<const DatedAnswer> answers)
{
    struct Sums {
        double seconds = 0.0;
        double values = 0.0;
        double differences = 0.0;
    };
    std::array<DriftQuarter, 4> quarters{};
    std::array<Sums, 4> sums{};
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const DatedAnswer& answer = answers[i];
        const std::size_t place = i * quarters.size() / answers.size();
        DriftQuarter& quarter = quarters[place];
        ++quarter.answers;
        sums[place].seconds += answer.seconds;
        if (!answer.value)
            continue;
        ++quarter.rated;
        sums[place].values += *answer.value;
        if (!answer.others)
            continue;
        ++quarter.compared;
        sums[place].differences += *answer.value - *answer.others;
    }
    const auto mean = [](double sum, std::size_t count) {
        return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
    };
    for (std::size_t place = 0; place < quarters.size(); ++place) {
        DriftQuarter& quarter = quarters[place];
        quarter.seconds = mean(sums[place].seconds, quarter.answers);
        quarter.mean = mean(sums[place].values, quarter.rated);
        quarter.difference = mean(sums[place].differences, quarter.compared);
    }
    return quarters;
}

}
