#include "app/dataset_view/asked_model.h"

#include "app/snapshot/learnt_label_file.h"
#include "engine/core/error.h"
#include "engine/model_files/model_card_file.h"

#include <algorithm>

namespace app {

namespace {

bool namesHeldOut(const engine::ModelCard& card)
{
    const auto names = [](const auto& folds) {
        return std::ranges::any_of(std::array{"test", "valid"}, [&](const char* fold) {
            return folds.contains(fold) && !folds.at(fold).empty();
        });
    };
    return names(card.folds) || (card.segments && names(*card.segments));
}

std::size_t classesOf(const engine::ModelCard& card)
{
    return card.task == "classes"           ? card.labels.size()
        : card.task == "classes_and_values" ? engine::leadingClasses(card.labels)
                                            : 0;
}

bool hasAll(const engine::LabelToLearn& label, const engine::ModelCard& card)
{
    return !label.classes.empty()
        && std::ranges::all_of(card.labels.begin(),
                               card.labels.begin() + static_cast<std::ptrdiff_t>(classesOf(card)),
                               [&](const engine::LabelCard& one) {
                                   return std::ranges::find(label.classes, one.name) != label.classes.end();
                               });
}

}

AskedModel askedModel(const std::filesystem::path& model, const ProjectMoment& moment,
                      const engine::RunContext& run)
{
    engine::ModelCard card;
    try {
        card = engine::readModelCard(model);
    } catch (const engine::Error&) {
        return {};
    }
    AskedModel asked{namesHeldOut(card), classesOf(card), readLearntLabel(model.parent_path())};
    if (asked.learnt && asked.classes == 0 && asked.learnt->tier == engine::kLabelsTier
        && asked.learnt->by == engine::LabelToLearn::By::Segments)
        asked.learnt.reset(); // the values that segments have there are shown anyway, as they are edited
    if (!asked.learnt && asked.classes > 0 && moment.dataset) {
        const auto labels = engine::labelsToLearn(*moment.dataset, moment.annotation(), run);
        const auto found = std::ranges::find_if(
            labels, [&](const engine::LabelToLearn& one) { return hasAll(one, card); });
        if (found != labels.end())
            asked.learnt = found->key();
    }
    return asked;
}

std::shared_ptr<const engine::LabelToLearn> learntLabel(const AskedModel& model, const ProjectMoment& moment,
                                                        const engine::RunContext& run)
{
    if (!model.learnt || !moment.dataset)
        return nullptr;
    auto labels = engine::labelsToLearn(*moment.dataset, moment.annotation(), run);
    const auto found = std::ranges::find(labels, *model.learnt, &engine::LabelToLearn::key);
    return found == labels.end() ? nullptr : std::make_shared<const engine::LabelToLearn>(std::move(*found));
}

engine::DatasetList datasetFor(const AskedModel& model, const ProjectMoment& moment,
                               const engine::RunContext& run)
{
    const auto label = learntLabel(model, moment, run);
    if (!label)
        return moment.forPrograms(run);
    engine::SnapshotWish wish;
    wish.label = engine::projectLabel(*label);
    return engine::readDatasetList(moment.write(std::move(wish), run).list);
}

}
