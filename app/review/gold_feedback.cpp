#include "app/review/gold_feedback.h"

#include "app/agreement/gold_answers.h"
#include "app/document/tier_content.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <cmath>

namespace app {

namespace {

struct GoldTexts {
    Q_DECLARE_TR_FUNCTIONS(app::GoldTexts)
};

QString scoreText(const engine::GoldScore& score, bool hasNumbers)
{
    const QString hits
        = GoldTexts::tr("%1 of %n right", nullptr, static_cast<int>(score.answers)).arg(score.hits);
    return hasNumbers && score.distance
        ? GoldTexts::tr("%1 · %2 away on average").arg(hits, widgets::shownNumber(*score.distance, 2, 'f'))
        : hits;
}

/// The other labels that the gold item has: `happy 2`.
QString otherLabels(const engine::Tier& tier, const engine::GoldItem& gold, const std::string& first)
{
    QStringList parts;
    for (const engine::LabelScheme& label : tier.labels) {
        const auto value = gold.values.find(label.name);
        const double* number = value == gold.values.end() ? nullptr : std::get_if<double>(&value->second);
        const bool saysNothing = value == gold.values.end() || (number && *number == 0.0);
        if (label.name != first && !saysNothing)
            parts << QStringLiteral("%1 %2").arg(QString::fromStdString(label.name),
                                                 shownValue(label, {value->second, {}}));
    }
    return parts.join(QStringLiteral(" · "));
}

}

widgets::GoldCard::Content goldFeedback(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                                        const engine::GoldItem& gold, const engine::Tier& tier,
                                        const engine::Segment& given)
{
    widgets::GoldCard::Content content;
    content.explanation = QString::fromStdString(gold.explanation);
    const auto asked = std::ranges::find_if(
        tier.labels, [&](const engine::LabelScheme& label) { return gold.values.contains(label.name); });
    if (asked == tier.labels.end())
        return content;
    content.right = shownValue(*asked, {gold.values.at(asked->name), {}});
    content.others = otherLabels(tier, gold, asked->name);
    const auto* scale = std::get_if<engine::NumberScale>(&asked->scale);
    if (scale) {
        content.least = scale->least;
        content.greatest = scale->greatest;
    }
    if (const auto answer = goldAnswer(gold, given, asked->name)) {
        content.given = shownValue(*asked, given.values.at(asked->name));
        content.isHit = engine::isHit(*answer, goldStep(*asked));
        if (scale) {
            content.rightNumber = answer->right;
            content.givenNumber = answer->given;
            content.distance = widgets::shownNumber(std::abs(answer->given - answer->right), 2);
        }
    }
    content.score
        = scoreText(engine::goldScore(goldAnswers(annotation, pass, goldItems(annotation), asked->name),
                                      goldStep(*asked)),
                    scale != nullptr);
    return content;
}

}
