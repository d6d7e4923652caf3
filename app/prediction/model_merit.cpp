#include "app/prediction/model_merit.h"

#include "app/prediction/model_list.h"
#include "engine/worker/messages.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace app {

namespace {

using nlohmann::json;

struct ModelMerit {
    Q_DECLARE_TR_FUNCTIONS(app::ModelMerit)
};

constexpr double kLeastCorrelation = 0.1;

std::optional<double> numberOf(const json& score, const char* field)
{
    return score.contains(field) && score[field].is_number() ? std::optional(score[field].get<double>())
                                                             : std::nullopt;
}

/// The score of all modalities, those with the longest list; null: there is none.
const json* scoreOf(const json& scores, const std::string& label)
{
    const json* found = nullptr;
    std::size_t most = 0;
    if (!scores.is_array())
        return nullptr;
    for (const json& score : scores) {
        if (!score.is_object() || score.value("fold", json()) != "test"
            || score.value("label", json()) != label)
            continue;
        const json named = score.value("modalities", json());
        const std::string modalities = named.is_string() ? named.get<std::string>() : std::string();
        const auto count = static_cast<std::size_t>(std::ranges::count(modalities, '+')) + 1;
        if (count > most) {
            found = &score;
            most = count;
        }
    }
    return found;
}

}

bool beatsConstant(const json& scores, const std::string& label)
{
    const json* const score = scoreOf(scores, label);
    if (!score)
        return true;
    if (score->contains("corr") && numberOf(*score, "corr").value_or(0.0) < kLeastCorrelation)
        return false;
    const auto accuracy = numberOf(*score, "acc2_non0");
    const auto negative = numberOf(*score, "n_neg_non0"), positive = numberOf(*score, "n_pos_non0");
    if (!accuracy || !negative || !positive || *negative == 0.0 || *positive == 0.0)
        return true; // older cards have no counts of both sides
    return *accuracy > std::max(*negative, *positive) / (*negative + *positive) + 1e-9;
}

QString noBetterThanConstant()
{
    return ModelMerit::tr("On held-out segments it is no better than always giving the same answer.");
}

bool hadTest(const json& scores)
{
    return !scores.is_array() || scores.empty() || std::ranges::any_of(scores, [](const json& score) {
        return score.is_object() && score.value("fold", json()) == "test";
    });
}

QString noTest()
{
    return ModelMerit::tr("There was no test: no figure tells how good it is.");
}

QString scoreSentence(const engine::ModelInfo& info)
{
    if (info.labels.empty())
        return {};
    const std::string& label = info.labels.front();
    const nlohmann::json scores = info.card.value("scores", nlohmann::json::array());
    if (!hadTest(scores))
        return noTest();
    const auto all = testError(scores, label, "text+acoustic+visual");
    const auto text = testError(scores, label, "text");
    const auto sound = testError(scores, label, "acoustic");
    const auto vision = testError(scores, label, "visual");
    if (!all)
        return {};
    const QString warning
        = beatsConstant(scores, label) ? QString() : QLatin1Char(' ') + noBetterThanConstant();
    const QString sentence
        = ModelMerit::tr("Mean error on held-out segments: %1").arg(widgets::shownNumber(*all, 2, 'f'));
    if (!text || !sound || !vision)
        return sentence + QLatin1Char('.') + warning;
    return ModelMerit::tr("%1; text alone %2, sound alone %3, vision alone %4.")
               .arg(sentence)
               .arg(widgets::shownNumber(*text, 2, 'f'))
               .arg(widgets::shownNumber(*sound, 2, 'f'))
               .arg(widgets::shownNumber(*vision, 2, 'f'))
        + warning;
}

}
