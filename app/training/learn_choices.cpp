#include "app/training/learn_choices.h"

#include "app/training/training_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

using engine::LabelToLearn;

struct LearnChoiceTexts {
    Q_DECLARE_TR_FUNCTIONS(app::LearnChoiceTexts)
};

QString allText(qsizetype count)
{
    return LearnChoiceTexts::tr("all %n together", nullptr, static_cast<int>(count));
}

widgets::LearnRow allTogether(const TrainingMaterial& material)
{
    QStringList names;
    for (const LabelToLearn& label : material.labels) {
        if (isOfSegments(label))
            names << QString::fromStdString(label.name);
    }
    widgets::LearnRow all = learnRowOf(*std::ranges::find_if(material.labels, isOfSegments));
    all.what = allText(names.size());
    all.detail = names.join(QStringLiteral(", "));
    all.spread.clear();
    return all;
}

}

std::vector<LearnChoice> learnChoicesOf(const TrainingMaterial& material)
{
    std::vector<LearnChoice> choices;
    if (std::ranges::count_if(material.labels, isOfSegments) > 1)
        choices.push_back({allTogether(material), std::nullopt});
    for (std::size_t place = 0; place < material.labels.size(); ++place)
        choices.push_back({learnRowOf(material.labels[place]), place});
    return choices;
}

const LabelToLearn& countedLabel(const TrainingMaterial& material, const LearnChoice& choice)
{
    return material.labels[choice.label.value_or(0)];
}

std::optional<LabelToLearn::Key> learntKey(const TrainingMaterial& material, const LearnChoice& choice)
{
    if (!choice.label)
        return std::nullopt;
    const LabelToLearn& label = material.labels[*choice.label];
    // a tier of a person's own may have labels that nobody gave yet
    const bool isAll = !material.hasOwnLabels && isOfSegments(label)
        && std::ranges::count_if(material.labels, isOfSegments) == 1;
    return isAll ? std::nullopt : std::optional(label.key());
}

std::string labelsToRead(const TrainingMaterial& material, const std::optional<LabelToLearn::Key>& label)
{
    return label || material.labelsKey.empty() ? std::string(engine::kLabelsTier) : material.labelsKey;
}

}
