#include "engine/agreement/self_agreement.h"

#include "engine/agreement/krippendorff.h"

#include <cmath>

namespace engine {

SelfAgreement selfAgreement(std::span<const AnswerPair> pairs)
{
    SelfAgreement agreement;
    RatingTable table({}, std::vector<std::string>(pairs.size()), {"first", "again"});
    double distance = 0.0;
    for (const AnswerPair& pair : pairs) {
        table.setValue(agreement.pairs, 0, pair.first);
        table.setValue(agreement.pairs++, 1, pair.again);
        agreement.same += pair.first == pair.again ? 1 : 0;
        distance += std::abs(pair.first - pair.again);
    }
    if (agreement.pairs == 0)
        return agreement;
    agreement.distance = distance / static_cast<double>(agreement.pairs);
    AlphaOptions options;
    options.draws = 0;
    agreement.alpha = krippendorffsAlpha(table, options).statistic.value;
    return agreement;
}

}
