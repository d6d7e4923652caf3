#include "engine/training/run/explanation_file.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/explain/explanation_sequence.h"
#include "engine/npz/npz_writer.h"
#include "engine/sequences/csd_writer.h"

#include <fmt/format.h>

namespace engine {

namespace {

/// The sets of modalities that a model tells apart, from the empty one on.
std::vector<Coalition> setsOf(const ModelCard& card)
{
    std::vector<Coalition> sets;
    for (const Coalition coalition : readingOrder) {
        bool isKnown = true;
        for (std::size_t i = 0; i < allModalities.size(); ++i)
            isKnown = isKnown && (!contains(coalition, allModalities[i]) || card.modalities[i]);
        if (isKnown)
            sets.push_back(coalition);
    }
    return sets;
}

nlohmann::json listOf(const std::vector<Coalition>& coalitions)
{
    nlohmann::json letters = nlohmann::json::array();
    for (const Coalition coalition : coalitions)
        letters.push_back(engine::lettersOf(coalition));
    return letters;
}

/// A step's value per modality, for one output.
nlohmann::json attributionJson(const ModelCard& card, const Attribution& attribution, std::size_t output)
{
    nlohmann::json object = nlohmann::json::object();
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (!card.modalities[i])
            continue;
        nlohmann::json steps = nlohmann::json::array();
        for (std::size_t step = 0; step < attribution.values[i].rows; ++step)
            steps.push_back(attribution.values[i].at(step, output));
        object[lettersOf(coalitionOf(allModalities[i]))] = std::move(steps);
    }
    if (attribution.method == AttributionMethod::Integrated) {
        object["completeness_error"] = attribution.completenessErrors.at(output);
        object["steps"] = attribution.steps;
    }
    return object;
}

nlohmann::json faithfulnessJson(const Faithfulness& measured)
{
    return {{"deletion", areaUnder(measured.deletion)},
            {"insertion", areaUnder(measured.insertion)},
            {"random_deletion", areaUnder(measured.randomDeletion)},
            {"random_insertion", areaUnder(measured.randomInsertion)},
            {"sigmas", measured.sigmas()},
            {"better_orders", measured.betterOrders},
            {"better_than_chance", measured.isBetterThanChance()},
            {"spans_to_half", measured.spansToHalf()},
            {"spans", measured.deletion.size() - 1}};
}

class ExplanationTable : public ExplanationFile {
public:
    ExplanationTable(std::filesystem::path path, const ExplainedModel& model)
        : m_path(std::move(path))
        , m_model(model)
        , m_sets(setsOf(model.card))
    {
        m_text = "id,fold,output,absent,class,of";
        for (const Coalition set : m_sets)
            m_text += ",f_" + (set == 0 ? std::string("none") : engine::lettersOf(set));
        for (const Coalition set : m_sets) {
            if (set != 0)
                m_text += ",m_" + engine::lettersOf(set);
        }
        for (const char* const letter : {"t", "a", "v"})
            m_text += std::string(",shapley_") + letter;
        m_text += ",range";
        for (const AttributionMethod method : model.settings.attributions) {
            if (model.settings.faithfulness)
                m_text += "," + std::string(name(method)) + "_sigmas";
        }
        m_text += "\n";
    }

    void add(const SegmentExplanation& segment) override
    {
        for (std::size_t output = 0; output < segment.maps.size(); ++output) {
            const InteractionMap& map = segment.maps[output];
            const InteractionMap::Verdict verdict = map.verdict(m_model.ranges[output]);
            std::string of;
            for (const Coalition coalition : verdict.of)
                of += (of.empty() ? "" : " ") + engine::lettersOf(coalition);
            m_text += fmt::format("{},{},{},{},{},{}", tableCell(segment.id), segment.fold,
                                  tableCell(m_model.card.labels[output].name), name(m_model.settings.absent),
                                  name(verdict.kind), of);
            for (const Coalition set : m_sets)
                m_text += fmt::format(",{}", map.value(set));
            for (const Coalition set : m_sets) {
                if (set != 0)
                    m_text += fmt::format(",{}", map.term(set));
            }
            for (const Modality modality : allModalities)
                m_text += fmt::format(",{}", map.shapley(modality));
            m_text += fmt::format(",{}", m_model.ranges[output]);
            for (const std::vector<Faithfulness>& measured : segment.faithfulness)
                m_text += fmt::format(",{}", measured[output].sigmas());
            m_text += "\n";
        }
    }

    void close() override { writeTextFile(m_path, m_text).commit(); }

private:
    std::filesystem::path m_path;
    ExplainedModel m_model;
    std::vector<Coalition> m_sets;
    std::string m_text;
};

class ExplanationArrays : public ExplanationFile {
public:
    ExplanationArrays(const std::filesystem::path& path, const ExplainedModel& model)
        : m_file(path)
        , m_model(model)
    {
        const std::size_t outputs = model.card.labels.size();
        for (const char* const texts : {"ids", "folds", "outputs", "sets"})
            m_file.create(texts, ElementType::Text, {}, /*characters=*/true);
        m_file.create("classes", ElementType::Text, {outputs}, /*characters=*/true);
        m_file.create("f", ElementType::Float64, {outputs, kCoalitions});
        m_file.create("m", ElementType::Float64, {outputs, kCoalitions});
        m_file.create("shapley", ElementType::Float64, {outputs, allModalities.size()});
        m_file.create("ranges", ElementType::Float64, {});
        m_file.create("bounds", ElementType::Float64, {});
        for (const LabelCard& label : model.card.labels)
            addText("outputs", {label.name});
        for (const Coalition coalition : readingOrder)
            addText("sets", {engine::lettersOf(coalition)});
        addNumbers("ranges", {outputs}, model.ranges);
        const InteractionBounds& bounds = kInteractionBounds;
        addNumbers("bounds", {6},
                   {bounds.flat, bounds.emergent, bounds.conflict, bounds.dominance, bounds.redundantSingle,
                    bounds.redundantOverlap});
    }

    void add(const SegmentExplanation& segment) override
    {
        std::vector<double> values, terms, shapley;
        std::vector<std::string> classes;
        for (std::size_t output = 0; output < segment.maps.size(); ++output) {
            const InteractionMap& map = segment.maps[output];
            for (const Coalition coalition : readingOrder) {
                values.push_back(map.value(coalition));
                terms.push_back(map.term(coalition));
            }
            for (const Modality modality : allModalities)
                shapley.push_back(map.shapley(modality));
            classes.emplace_back(name(map.verdict(m_model.ranges[output]).kind));
        }
        const std::size_t outputs = segment.maps.size();
        addText("ids", {segment.id});
        addText("folds", {segment.fold});
        m_file.append("classes", {ElementType::Text, {1, outputs}, classes});
        addNumbers("f", {1, outputs, kCoalitions}, values);
        addNumbers("m", {1, outputs, kCoalitions}, terms);
        addNumbers("shapley", {1, outputs, allModalities.size()}, shapley);
    }

    void close() override { m_file.close(); }

private:
    void addText(const std::string& array, std::vector<std::string> texts)
    {
        const std::size_t count = texts.size();
        m_file.append(array, {ElementType::Text, {count}, std::move(texts)});
    }
    void addNumbers(const std::string& array, std::vector<std::size_t> shape, std::vector<double> numbers)
    {
        m_file.append(array, {ElementType::Float64, std::move(shape), std::move(numbers)});
    }

    NpzWriter m_file;
    ExplainedModel m_model;
};

/// A computational sequence with a row per segment.
class ExplanationRows : public ExplanationFile {
public:
    ExplanationRows(std::filesystem::path path, const ExplainedModel& model) : m_path(std::move(path))
    {
        m_dataset.provenance = {model.file.string(), hexadecimal(sha256OfFile(model.file)),
                                model.card.name,     std::string(name(model.settings.absent)),
                                model.data.string(), hexadecimal(sha256OfFile(model.data)),
                                model.version};
        for (std::size_t output = 0; output < model.card.labels.size(); ++output) {
            const LabelCard& label = model.card.labels[output];
            m_dataset.outputs.push_back({label.name, label.low, label.high, model.ranges[output]});
        }
    }

    void add(const SegmentExplanation& segment) override
    {
        ExplainedSegment& row = m_dataset.segments.emplace_back();
        row.id = segment.id;
        row.fold = segment.fold;
        row.span = segment.span;
        row.labels = segment.labels;
        for (const InteractionMap& map : segment.maps) {
            std::array<double, kCoalitions>& values = row.values.emplace_back();
            for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
                values[coalition] = map.value(coalition);
        }
    }

    void close() override { writeCsd(explanationSequence(m_dataset), m_path); }

private:
    std::filesystem::path m_path;
    ExplainedDataset m_dataset;
};

}

nlohmann::json explanationJson(const ExplainedModel& model, const SegmentExplanation& segment,
                               std::size_t output)
{
    const InteractionMap& map = segment.maps[output];
    const InteractionMap::Verdict verdict = map.verdict(model.ranges[output]);
    nlohmann::json values = nlohmann::json::object(), terms = values, shapley = values;
    for (const Coalition set : setsOf(model.card)) {
        values[engine::lettersOf(set)] = map.value(set);
        if (set != 0)
            terms[engine::lettersOf(set)] = map.term(set);
    }
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        if (model.card.modalities[i])
            shapley[engine::lettersOf(coalitionOf(allModalities[i]))] = map.shapley(allModalities[i]);
    }
    nlohmann::json line{{"id", segment.id},
                        {"fold", segment.fold},
                        {"output", model.card.labels[output].name},
                        {"absent", name(model.settings.absent)},
                        {"f", values},
                        {"m", terms},
                        {"shapley", shapley},
                        {"class", name(verdict.kind)},
                        {"of", listOf(verdict.of)},
                        {"range", model.ranges[output]},
                        {"error", map.error()}};
    if (model.settings.logits)
        line["scale"] = "logits";
    for (std::size_t i = 0; i < segment.attributions.size(); ++i) {
        const std::string method(name(segment.attributions[i].method));
        line["attribution"][method] = attributionJson(model.card, segment.attributions[i], output);
        if (!segment.faithfulness.empty())
            line["faithfulness"][method] = faithfulnessJson(segment.faithfulness[i][output]);
    }
    return line;
}

std::unique_ptr<ExplanationFile> explanationFile(const std::filesystem::path& path,
                                                 const ExplainedModel& model)
{
    if (path.extension() == ".csv")
        return std::make_unique<ExplanationTable>(path, model);
    if (path.extension() == ".npz")
        return std::make_unique<ExplanationArrays>(path, model);
    if (path.extension() == ".csd")
        return std::make_unique<ExplanationRows>(path, model);
    throw FormatError("bad_ending", path.string(), "ends neither with .csv nor with .npz nor with .csd");
}

}
