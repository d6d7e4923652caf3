#include "engine/cli/polylogue_models/models_displays.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/models/serving/model_file.h"
#include "engine/worker/display_json.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

/// Numbers that are none are null.
nlohmann::json tensorJson(const Tensor& tensor)
{
    nlohmann::json values = nlohmann::json::array();
    for (const float value : tensor.values)
        values.push_back(std::isfinite(value) ? nlohmann::json(value) : nlohmann::json());
    return {{"shape", tensor.shape}, {"values", std::move(values)}};
}

void print(const nlohmann::json& line)
{
    fmt::print("{}\n", jsonText(line));
}

}

namespace {

/// A line for each conversation, or each piece of a long one: its turns, and what the model shows of them.
void printConversations(const Scorer& scorer, const FeatureData& data, const std::string& fold,
                        const RunContext& run)
{
    std::size_t done = 0;
    for (const FoldData& each : data.folds) {
        if (each.size() == 0 || (!fold.empty() && each.name != fold))
            continue;
        scorer.conversationDisplays(
            each, scorer.card().modalities, [&](const ConversationPiece& piece, const auto& displays) {
                nlohmann::json line{
                    {"id", piece.id}, {"fold", each.name}, {"participants", piece.participants}};
                for (std::size_t step = 0; step < piece.turns.size(); ++step)
                    line["turns"].push_back(
                        {{"id", each.ids[piece.turns[step]]}, {"participant", piece.speakers[step]}});
                for (const auto& [name, tensor] : displays)
                    line["displays"][name] = tensorJson(tensor);
                print(line);
                std::fflush(stdout);
                done += piece.turns.size() - piece.context;
                run.tick(done, std::max(done, each.size()));
            });
    }
}

}

void printDisplays(const Scorer& scorer, const FeatureData& data, const std::string& fold,
                   const RunContext& run)
{
    const bool areConversations = scorer.isOfConversations();
    if (data.isUtteranceLevel && !areConversations)
        throw FormatError("not_rows", data.source,
                          "has one row of features per segment: displays are of segments with steps");
    std::size_t segments = 0;
    for (const FoldData& each : data.folds)
        segments += fold.empty() || each.name == fold ? each.size() : 0;
    if (segments == 0)
        throw FormatError("no_segments", data.source, "has no segment in these folds");
    nlohmann::json cards = nlohmann::json::array();
    for (const DisplayCard& card : scorer.trained().model->displays())
        cards.push_back(toJson(card));
    print({{"model", scorer.card().name}, {"segments", segments}, {"cards", cards}});
    if (areConversations) {
        printConversations(scorer, data, fold, run);
        return;
    }
    std::size_t done = 0;
    for (const FoldData& each : data.folds) {
        if (!fold.empty() && each.name != fold)
            continue;
        for (std::size_t i = 0; i < each.size(); ++i) {
            const FoldData segment = slice(each, i, i + 1);
            nlohmann::json line{{"id", segment.ids.front()}, {"fold", each.name}};
            if (!segment.spans.empty()) {
                line["start"] = segment.spans.front().start;
                line["end"] = segment.spans.front().end;
            }
            for (const auto& [name, tensor] : scorer.displays(segment, scorer.card().modalities))
                line["displays"][name] = tensorJson(tensor);
            print(line);
            std::fflush(stdout); // whoever reads shows how far it is
            run.tick(++done, segments);
        }
    }
}

}
