#include "engine/training/run/result_tables.h"

#include "engine/agreement/emotion_scores.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/models/fusion/registry.h"
#include "engine/npz/npz_writer.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/figures/figure_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <initializer_list>
#include <limits>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// The intensities that the mean of three annotators' 0…3 can take, as the tables write them.
constexpr std::array kAnnotationSteps{0.0f,  0.16f, 0.33f, 0.5f,  0.66f, 1.0f,
                                      1.33f, 1.66f, 2.0f,  2.33f, 2.66f, 3.0f};

float snapped(float intensity)
{
    return *std::ranges::min_element(kAnnotationSteps, {},
                                     [intensity](float step) { return std::abs(step - intensity); });
}

/// A table of N rows with names for its columns.
struct NamedTable {
    std::string name;
    std::vector<std::string> columns;
    FeatureMatrix values;
};

void create(NpzWriter& file, const std::string& name, const FeatureMatrix& values)
{
    file.create(name, ElementType::Float32, {values.columns});
    file.append(name, {ElementType::Float32, {values.rows, values.columns}, values.values});
}

void createTexts(NpzWriter& file, const std::string& name, const std::vector<std::string>& texts)
{
    file.create(name, ElementType::Text, {}, /*characters=*/true);
    file.append(name, {ElementType::Text, {texts.size()}, texts});
}

/// Features N × T × (text, visual, acoustic), lengths, labels, ids, as that program orders them.
void writeTensors(const fs::path& path, const FoldData& fold)
{
    constexpr std::array order{Modality::Text, Modality::Visual, Modality::Acoustic};
    std::size_t width = 0;
    for (const Modality modality : order)
        width += fold.of(modality).width;
    std::vector<float> features;
    features.reserve(fold.size() * fold.steps() * width);
    for (std::size_t i = 0; i < fold.size(); ++i) {
        for (std::size_t step = 0; step < fold.steps(); ++step) {
            for (const Modality modality : order) {
                const std::size_t columns = fold.of(modality).width;
                const auto row = fold.of(modality).segment(i).subspan(step * columns, columns);
                features.insert(features.end(), row.begin(), row.end());
            }
        }
    }
    NpzWriter file(path);
    file.create("features", ElementType::Float32, {fold.steps(), width});
    file.append("features", {ElementType::Float32, {fold.size(), fold.steps(), width}, std::move(features)});
    file.create("lengths", ElementType::Int64, {});
    file.append("lengths", {ElementType::Int64, {fold.size()}, fold.lengths});
    create(file, "labels", fold.labels);
    createTexts(file, "ids", fold.ids);
    file.close();
}

/// The outputs that are intensities of emotions.
std::vector<std::size_t> intensitiesOf(const ModelCard& card)
{
    std::vector<std::size_t> outputs;
    for (std::size_t i = 0; i < card.labels.size(); ++i) {
        if (card.task == name(Task::Emotions) && card.labels[i].low >= 0.0f)
            outputs.push_back(i);
    }
    return outputs;
}

FeatureMatrix columnsOf(const FeatureMatrix& matrix, const std::vector<std::size_t>& columns)
{
    FeatureMatrix result(matrix.rows, columns.size());
    for (std::size_t i = 0; i < matrix.rows; ++i) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            result.at(i, column) = matrix.at(i, columns[column]);
    }
    return result;
}

FeatureMatrix each(FeatureMatrix matrix, float (*change)(float))
{
    std::ranges::transform(matrix.values, matrix.values.begin(), change);
    return matrix;
}

/// Which emotions are there (or dominant), by row.
FeatureMatrix classesOf(const FeatureMatrix& intensities, double threshold, bool dominant)
{
    FeatureMatrix classes(intensities.rows, intensities.columns);
    for (std::size_t i = 0; i < intensities.rows; ++i) {
        std::vector<double> present;
        for (const float intensity : intensities.row(i))
            present.push_back(static_cast<double>(intensity) > threshold ? static_cast<double>(intensity)
                                                                         : 0.0);
        const std::vector<bool> greatest = dominantEmotions(present);
        for (std::size_t column = 0; column < present.size(); ++column)
            classes.at(i, column) = (dominant ? greatest[column] : present[column] > 0.0) ? 1.0f : 0.0f;
    }
    return classes;
}

/// With a last column that is 1 where no other is.
FeatureMatrix withNeutral(const FeatureMatrix& classes)
{
    FeatureMatrix result(classes.rows, classes.columns + 1);
    for (std::size_t i = 0; i < classes.rows; ++i) {
        std::ranges::copy(classes.row(i), result.row(i).begin());
        result.at(i, classes.columns) = std::ranges::count(classes.row(i), 1.0f) == 0 ? 1.0f : 0.0f;
    }
    return result;
}

/// The tables of predictions, or of truths.
std::vector<NamedTable> tablesOf(const ModelCard& card, const FeatureMatrix& scores, double threshold)
{
    const std::vector<std::size_t> outputs = intensitiesOf(card);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < card.labels.size(); ++i) {
        if (outputs.empty() || std::ranges::find(outputs, i) != outputs.end())
            names.push_back(card.labels[i].name);
    }
    if (outputs.empty())
        return {{"scores_all", names, scores}};
    std::vector<std::string> withNeutralName = names;
    withNeutralName.push_back("neutral");
    const FeatureMatrix intensities = columnsOf(scores, outputs);
    const FeatureMatrix present = classesOf(intensities, threshold, false);
    const FeatureMatrix dominant = classesOf(intensities, threshold, true);
    const auto coarse
        = [](float value) { return static_cast<float>(coarseIntensity(static_cast<double>(value))); };
    return {{"scores_all", names, each(intensities, snapped)},
            {"scores_coarse", names, each(intensities, coarse)},
            {"classes_pres", withNeutralName, withNeutral(present)},
            {"classes_pres_6", names, present},
            {"classes_dom", withNeutralName, withNeutral(dominant)},
            {"classes_dom_6", names, dominant}};
}

std::string csvOf(const NamedTable& table, const std::vector<std::string>& ids)
{
    std::string text = "id";
    for (const std::string& column : table.columns)
        text += "," + tableCell(column);
    text += "\n";
    for (std::size_t i = 0; i < table.values.rows; ++i) {
        text += tableCell(ids[i]);
        for (const float value : table.values.row(i))
            text += fmt::format(",{}", value);
        text += "\n";
    }
    return text;
}

void writeTables(const fs::path& folder, const std::string& prefix, const std::string& suffix,
                 const std::vector<NamedTable>& tables, const std::vector<std::string>& ids, NpzWriter& all)
{
    for (const NamedTable& table : tables) {
        const std::string name = prefix + table.name + suffix;
        writeTextFile(folder / (name + ".csv"), csvOf(table, ids)).commit();
        create(all, name, table.values);
    }
}

constexpr const char* kConfusionHead = "label,truth,prediction,count\n";

/// Of each class how often truth (no, yes) and prediction (no, yes) meet: K × 2 × 2 in the file of all, and
/// as a table.
void writeClassConfusions(const fs::path& path, const std::string& name, const NamedTable& truths,
                          const FeatureMatrix& predictions, NpzWriter& all)
{
    const std::size_t classes = truths.columns.size();
    std::vector<std::int64_t> counts(classes * 4, 0);
    for (std::size_t i = 0; i < truths.values.rows; ++i) {
        for (std::size_t k = 0; k < classes; ++k) {
            const std::size_t truth = truths.values.at(i, k) > 0.0f ? 2 : 0;
            ++counts[4 * k + truth + (predictions.at(i, k) > 0.0f ? 1 : 0)];
        }
    }
    std::string text = kConfusionHead;
    for (std::size_t cell = 0; cell < counts.size(); ++cell)
        text += fmt::format("{},{},{},{}\n", tableCell(truths.columns[cell / 4]), cell / 2 % 2, cell % 2,
                            counts[cell]);
    writeTextFile(path, text).commit();
    all.create(name, ElementType::Int64, {2, 2});
    all.append(name, {ElementType::Int64, {classes, 2, 2}, std::move(counts)});
}

/// A row per truth and prediction: of which label, how often.
void writeConfusions(const fs::path& path, const Report& report, const std::string& modalities)
{
    std::string text = kConfusionHead;
    for (const ReportRow& row : report) {
        if (row.fold != "test" || row.modalities != modalities || row.confusion.is_null())
            continue;
        for (std::size_t truth = 0; truth < row.confusion.size(); ++truth) {
            for (std::size_t predicted = 0; predicted < row.confusion[truth].size(); ++predicted)
                text += fmt::format("{},{},{},{}\n", tableCell(row.label), truth, predicted,
                                    row.confusion[truth][predicted].get<std::size_t>());
        }
    }
    writeTextFile(path, text).commit();
}

/// The class with the greatest score, the first of equal ones, by row.
std::vector<std::size_t> greatestOf(const FeatureMatrix& scores)
{
    std::vector<std::size_t> classes;
    for (std::size_t i = 0; i < scores.rows; ++i)
        classes.push_back(
            static_cast<std::size_t>(std::ranges::max_element(scores.row(i)) - scores.row(i).begin()));
    return classes;
}

/// What one of several classes was, and was said to be, by name; and how often which met which, C × C.
class ClassTables {
public:
    ClassTables(const fs::path& folder, const ModelCard& card, const std::vector<std::string>& ids,
                NpzWriter& all)
        : m_folder(folder)
        , m_card(card)
        , m_ids(ids)
        , m_all(all)
    {
    }

    void write(const std::string& name, const std::string& suffix, const std::vector<std::size_t>& classes)
    {
        std::string text = "id,class\n";
        std::vector<std::string> names;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            names.push_back(m_card.labels[classes[i]].name);
            text += tableCell(m_ids[i]) + "," + tableCell(names.back()) + "\n";
        }
        writeTextFile(m_folder / (name + suffix + ".csv"), text).commit();
        createTexts(m_all, name, names);
    }

    void writeConfusion(const std::string& suffix, const std::vector<std::size_t>& truths,
                        const std::vector<std::size_t>& predictions)
    {
        const std::size_t count = m_card.labels.size();
        std::vector<std::int64_t> counts(count * count, 0);
        for (std::size_t i = 0; i < truths.size(); ++i)
            ++counts[truths[i] * count + predictions[i]];
        std::string text = "truth,prediction,count\n";
        for (std::size_t cell = 0; cell < counts.size(); ++cell)
            text += fmt::format("{},{},{}\n", tableCell(m_card.labels[cell / count].name),
                                tableCell(m_card.labels[cell % count].name), counts[cell]);
        const std::string name = "confusion_classes";
        writeTextFile(m_folder / (name + suffix + ".csv"), text).commit();
        m_all.create(name, ElementType::Int64, {count});
        m_all.append(name, {ElementType::Int64, {count, count}, std::move(counts)});
    }

private:
    const fs::path& m_folder;
    const ModelCard& m_card;
    const std::vector<std::string>& m_ids;
    NpzWriter& m_all;
};

/// The row of a table, in the file of all: `regression` beside `regression_names`; NaN where undefined.
void create(NpzWriter& file, const FigureTable& table)
{
    std::vector<std::string> names;
    std::vector<double> values;
    for (const Metric& figure : table.figures) {
        names.push_back(figure.name);
        values.push_back(figure.value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    createTexts(file, table.name + "_names", names);
    file.create(table.name, ElementType::Float64, {});
    file.append(table.name, {ElementType::Float64, {values.size()}, std::move(values)});
}

/// The first of these hyper-parameters that the model has; of a list its greatest number.
nlohmann::json firstOf(const nlohmann::json& model, std::initializer_list<const char*> names, int whenAbsent)
{
    for (const char* const name : names) {
        const auto found = model.find(name);
        if (found == model.end())
            continue;
        if (found->is_number())
            return *found;
        if (found->is_array() && !found->empty())
            return *std::ranges::max_element(*found);
    }
    return whenAbsent;
}

/// All hyper-parameters in use: what the card leaves out is as published, but for dropout, which is then 0.
nlohmann::json completeModel(const nlohmann::json& architecture)
{
    nlohmann::json model = modelDefaults(architecture.at("class").get<std::string>()).at("model");
    for (auto field = model.begin(); field != model.end();) {
        const bool isDropout = field.key().starts_with("drop") || field.key().starts_with("p_");
        field = isDropout ? model.erase(field) : std::next(field);
    }
    model.update(architecture);
    for (const char* const ofData : {"d_l", "d_a", "d_v", "out_dim"})
        model.erase(ofData);
    return model;
}

}

std::string runName(const ModelCard& card, std::size_t steps)
{
    const nlohmann::json model = completeModel(card.architecture);
    return fmt::format(
        "l_{}_n_{}_d_{}_b_{}_s_{}", jsonText(firstOf(model, {"layers", "num_layers"}, 1)),
        jsonText(firstOf(model, {"nodes", "fc", "out_hidden", "out", "post", "hidden", "h"}, 0)),
        jsonText(firstOf(model, {"drop", "dropout", "p_out"}, 0)), card.training.value("batch", 0), steps);
}

void writeResults(const fs::path& folder, const FeatureData& data, const Scorer& scorer, const Report& report)
{
    const ModelCard& card = scorer.card();
    const std::string modalities = describe(card.modalities);
    FeatureData asSeen = data;
    for (FoldData& fold : asSeen.folds) {
        if (fold.size() == 0)
            continue;
        fold = shaped(fold, data.isUtteranceLevel, card.input.options);
        writeTensors(folder / (fold.name + ".npz"), fold);
    }
    writeTensors(folder / "dataset.npz", pooled(asSeen));
    const std::string run = runName(card, asSeen.training().steps());

    const FoldData& test = data.test();
    if (test.size() > 0) {
        const Task task = taskFromName(card.task);
        const FeatureMatrix truths = truthsOf(test, card.labels, task);
        const FeatureMatrix predictions = scorer.predict(test, data.isUtteranceLevel, card.modalities);
        NpzWriter all(folder / ("results_" + run + ".npz"));
        const std::vector<NamedTable> truthTables = tablesOf(card, truths, 0.0);
        const std::vector<NamedTable> predicted = tablesOf(card, predictions, scorer.threshold());
        writeTables(folder, "true_", "", truthTables, test.ids, all);
        writeTables(folder, "pred_", "_" + run, predicted, test.ids, all);
        for (std::size_t i = 0; i < truthTables.size(); ++i) {
            const std::string name = "confusion_" + truthTables[i].name;
            if (truthTables[i].name == "classes_pres" || truthTables[i].name == "classes_dom")
                writeClassConfusions(folder / (name + "_" + run + ".csv"), name, truthTables[i],
                                     predicted[i].values, all);
        }
        if (task == Task::Classes) {
            ClassTables classes(folder, card, test.ids, all);
            const std::vector<std::size_t> isOf = greatestOf(truths), saidOf = greatestOf(predictions);
            classes.write("classes_true", "", isOf);
            classes.write("classes_pred", "_" + run, saidOf);
            classes.writeConfusion("_" + run, isOf, saidOf);
        }
        for (const FigureTable& table : figureTables(report, modalities, task)) {
            create(all, table);
            appendRow(folder, run, table);
        }
        createTexts(all, "ids", test.ids);
        all.close();
        writeConfusions(folder / ("confusion_" + run + ".csv"), report, modalities);
    }
}

}
