#include "engine/training/figures/report.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

using Rule = std::pair<std::string_view, std::string_view>;

constexpr std::array kRules{
    Rule{"n", "segments"},
    Rule{"n_non0", "segments whose truth is not neutral"},
    Rule{"mae", "mean absolute error, nothing rounded"},
    Rule{"mse", "mean squared error, nothing rounded"},
    Rule{"combined", "weighted F1 of the classes minus a quarter of the values' mse (MER 2023)"},
    Rule{"corr", "Pearson's r; undefined when predictions or truths are constant"},
    Rule{"acc7", "equal after clipping to −3…3 of neutral and rounding half to even"},
    Rule{"acc5", "as acc7, clipped to −2…2"},
    Rule{"acc3", "as acc7, clipped to −1…1"},
    Rule{"acc7_scale", "equal after clipping to 1…7 and rounding half to even"},
    Rule{"precision_7", "precision of acc7's classes, weighted by support"},
    Rule{"recall_7", "recall of acc7's classes, weighted by support: the same as acc7"},
    Rule{"f1_7", "F1 of acc7's classes, weighted by support"},
    Rule{"acc2_has0", "negative against not negative (≥ 0), all segments"},
    Rule{"f1_has0", "F1 of acc2_has0's two sides, weighted by support"},
    Rule{"precision_has0", "precision of acc2_has0's two sides, weighted by support"},
    Rule{"recall_has0", "recall of acc2_has0's two sides, weighted by support"},
    Rule{"acc2_non0", "negative against positive (> 0), segments whose truth is neutral left out"},
    Rule{"f1_non0", "F1 of acc2_non0's two sides, weighted by support"},
    Rule{"precision_non0", "precision of acc2_non0's two sides, weighted by support"},
    Rule{"recall_non0", "recall of acc2_non0's two sides, weighted by support"},
    Rule{"acc2", "yes when the probability is 0.5 or more"},
    Rule{"acc", "the class with the greatest score, the first of equal ones"},
    Rule{"f1", "F1 of the classes, weighted by support; 0 where it would be 0/0"},
    Rule{"f1_macro", "plain mean of the F1 of the classes that occur in truths or predictions"},
    Rule{"precision_macro", "plain mean of the precision of the classes that occur in truths or predictions"},
    Rule{"recall_macro", "plain mean of the recall of the classes that occur in truths or predictions"},
    Rule{"precision", "of the classes, weighted by support; 0 where it would be 0/0"},
    Rule{"recall", "of the classes, weighted by support; 0 where it would be 0/0"},
    Rule{"wa",
         "mean of the hit rates of present and absent (truth > 0, prediction > threshold); undefined when "
         "all or none "
         "have it, and left out of the mean"},
    Rule{
        "auc",
        "how often a yes has a greater score than a no, equal ones half; undefined when all or none are yes"},
    Rule{"subset", "segments of which at least one label is found and none is said in vain"},
    Rule{"intersection", "segments of which at least one label is found"},
    Rule{"threshold", "a predicted intensity above this is presence"},
    Rule{"acc4", "intensities equal after clipping to 0…3 and rounding half to even"},
    Rule{"binary_accuracy", "presences (truth > 0, prediction > threshold) that are equal"},
    Rule{"exact_match", "segments whose yes and no are equal for every label"},
    Rule{"dominant_exact_match",
         "segments whose greatest emotions (all equal ones; none when all are absent) are the same"},
    Rule{"dominant_accuracy", "segments of which being the greatest emotion or not is said rightly"},
    Rule{"dominant_f1", "F1 of being the greatest emotion, weighted by support"},
    Rule{"dominant_precision", "as dominant_f1"},
    Rule{"dominant_recall", "as dominant_f1"},
};

/// The ends of figures of one class, and what a segment of it is.
constexpr std::array kClasses{
    Rule{"yes", "yes (of emotions: present)"},
    Rule{"no", "no (of emotions: absent)"},
    Rule{"neg_has0", "negative"},
    Rule{"pos_has0", "not negative (≥ 0)"},
    Rule{"neg_non0", "negative (neutral truths left out)"},
    Rule{"pos_non0", "positive (> 0, neutral truths left out)"},
    Rule{"-3", "−3, rounded as for acc7"},
    Rule{"-2", "−2, rounded as for acc7"},
    Rule{"-1", "−1, rounded as for acc7"},
    Rule{"0", "0, rounded as for acc7"},
    Rule{"+1", "1, rounded as for acc7"},
    Rule{"+2", "2, rounded as for acc7"},
    Rule{"+3", "3, rounded as for acc7"},
};
constexpr std::array kDominantClasses{
    Rule{"yes", "of the greatest emotion"},
    Rule{"no", "not of the greatest emotion"},
};

/// What models of translation measure of themselves.
constexpr std::array kTranslationRules{
    Rule{"mse", "mean square error of the steps that it writes without a teacher, features as normalised"},
    Rule{"ratio", "the error divided by that of always answering the training mean (0 after normalisation)"},
    Rule{"r", "Pearson's r of each feature over all steps, mean of those that are defined"},
};
constexpr std::array kModelRules{
    Rule{"attention_on_step",
         "share of steps whose attention is greatest on the step of the same place, counted from the "
         "beginning "
         "or from the end, whichever is more often so; segments whose source is as long"},
    Rule{"token_accuracy", "share of the true ids, the end among them, that it writes at the same place"},
    Rule{"perplexity", "e to the mean cross entropy of the true ids, each after the true ones before it"},
    Rule{"beam_score", "mean over segments of the best hypothesis' score, Σ log p / length^length_penalty"},
};
constexpr std::array kTranslations{std::string_view("translation_"), std::string_view("translation2_"),
                                   std::string_view("back_translation_")};

/// Of what a model measures of itself; empty for other figures.
std::string modelRule(std::string_view name)
{
    for (const auto& [known, rule] : kModelRules) {
        if (known == name)
            return std::string(rule);
    }
    for (const std::string_view before : kTranslations) {
        for (const auto& [end, rule] : kTranslationRules) {
            if (name.starts_with(before) && name.substr(before.size()) == end)
                return std::string(rule);
        }
    }
    return {};
}

/// Of `precision_yes`, `n_neg_has0`; empty for other figures.
template <class Classes>
std::string classRule(std::string_view name, const Classes& classes)
{
    for (const auto& [end, meaning] : classes) {
        if (name == fmt::format("precision_{}", end))
            return fmt::format("of those said to be {}, the share that is; 0 where it would be 0/0", meaning);
        if (name == fmt::format("recall_{}", end))
            return fmt::format("of those that are {}, the share that is said to be; 0 where it would be 0/0",
                               meaning);
        if (name == fmt::format("f1_{}", end))
            return fmt::format("F1 of those that are {}; 0 where it would be 0/0", meaning);
        if (name == fmt::format("n_{}", end))
            return fmt::format("segments that are truly {}", meaning);
    }
    return {};
}

}

bool isOfModel(const std::string& metric)
{
    return !modelRule(metric).empty();
}

std::string metricRule(const std::string& name)
{
    if (isOfModel(name))
        return modelRule(name);
    for (const auto& [known, rule] : kRules) {
        if (known == name)
            return std::string(rule);
    }
    constexpr std::string_view dominant = "dominant_";
    return name.starts_with(dominant)
        ? classRule(std::string_view(name).substr(dominant.size()), kDominantClasses)
        : classRule(name, kClasses);
}

}
