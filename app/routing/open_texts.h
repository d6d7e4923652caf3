#pragma once

#include "app/routing/open_ratings.h"

#include <QCoreApplication>

namespace app {

/// Sentences about which segments have answers enough.
class OpenTexts {
    Q_DECLARE_TR_FUNCTIONS(app::OpenTexts)
public:
    static QString labelName(const OpenRatings& open); ///< `labels · sentiment`
    static QString progress(const OpenRatings& open); ///< `Done 14 of 40, about 31 answers to go (22 to 44).`
    static QString cautions(const OpenRatings& open); ///< what makes these figures uncertain; may be empty
    static QString asked(const engine::AskedTask& task); ///< why a segment was asked, after the answer
    static QString answers(const OpenFault& fault); ///< `anna +2, ben −1`
    static QString verdict(const std::optional<engine::GuidelineVerdict>& verdict);
};

}
