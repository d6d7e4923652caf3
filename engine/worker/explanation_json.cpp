#include "engine/worker/explanation_json.h"

#include "engine/core/error.h"
#include "engine/worker/tensor_json.h"

#include <algorithm>

namespace engine {

namespace {

using nlohmann::json;

void require(bool holds, const char* what)
{
    if (!holds)
        throw FormatError("bad_message", "message", what);
}

/// The one of `all` that is called so.
template <typename Choices>
auto choiceCalled(const Choices& all, const std::string& wanted)
{
    const auto found = std::ranges::find_if(all, [&](auto choice) { return name(choice) == wanted; });
    require(found != all.end(), "an explanation of a kind that there is not");
    return *found;
}

json toJson(const StepSpan& span)
{
    return {static_cast<unsigned>(span.modality), span.first, span.last};
}

StepSpan spanFromJson(const json& message)
{
    const auto modality = message.at(0).get<std::size_t>();
    require(modality < allModalities.size(), "a span of a modality that there is not");
    return {allModalities[modality], message.at(1).get<std::size_t>(), message.at(2).get<std::size_t>()};
}

json toJson(const Attribution& attribution)
{
    json values = json::array();
    for (const FeatureMatrix& ofModality : attribution.values)
        values.push_back(toJson(ofModality));
    return {{"method", name(attribution.method)},
            {"values", values},
            {"errors", attribution.completenessErrors},
            {"steps", attribution.steps}};
}

Attribution attributionFromJson(const json& message, std::size_t outputs)
{
    Attribution attribution;
    attribution.method = choiceCalled(allAttributionMethods, message.at("method").get<std::string>());
    for (std::size_t i = 0; i < attribution.values.size(); ++i) {
        attribution.values[i] = matrixFromJson(message.at("values").at(i));
        require(attribution.values[i].rows == 0 || attribution.values[i].columns == outputs,
                "an attribution has other outputs than its prediction");
    }
    message.at("errors").get_to(attribution.completenessErrors);
    require(attribution.completenessErrors.empty() || attribution.completenessErrors.size() == outputs,
            "an attribution has other errors than outputs");
    message.at("steps").get_to(attribution.steps);
    return attribution;
}

json toJson(const Faithfulness& measured)
{
    return {{"deletion", measured.deletion},
            {"insertion", measured.insertion},
            {"random_deletion", measured.randomDeletion},
            {"random_insertion", measured.randomInsertion},
            {"advantage", measured.advantage},
            {"deviation", measured.deviation},
            {"better_orders", measured.betterOrders}};
}

Faithfulness faithfulnessFromJson(const json& message)
{
    Faithfulness measured;
    message.at("deletion").get_to(measured.deletion);
    message.at("insertion").get_to(measured.insertion);
    message.at("random_deletion").get_to(measured.randomDeletion);
    message.at("random_insertion").get_to(measured.randomInsertion);
    message.at("advantage").get_to(measured.advantage);
    message.at("deviation").get_to(measured.deviation);
    message.at("better_orders").get_to(measured.betterOrders);
    const std::size_t points = measured.deletion.size();
    require(points > 0 && measured.insertion.size() == points && measured.randomDeletion.size() == points
                && measured.randomInsertion.size() == points,
            "curves of a faithfulness differ in their lengths");
    return measured;
}

}

json toJson(const std::optional<ExplanationWish>& wish)
{
    if (!wish)
        return {};
    return {{"absent", name(wish->absent)},
            {"method", wish->method ? json(name(*wish->method)) : json()},
            {"output", wish->output}};
}

std::optional<ExplanationWish> explanationWishFromJson(const json& message)
{
    if (message.is_null())
        return std::nullopt;
    ExplanationWish wish;
    wish.absent = choiceCalled(allAbsentKinds, message.at("absent").get<std::string>());
    if (!message.at("method").is_null())
        wish.method = choiceCalled(allAttributionMethods, message.at("method").get<std::string>());
    message.at("output").get_to(wish.output);
    return wish;
}

json toJson(const std::optional<Explanation>& explanation)
{
    if (!explanation)
        return {};
    json pairs = json::array();
    for (const PairEffect& pair : explanation->pairs)
        pairs.push_back({{"word", toJson(pair.word)}, {"span", toJson(pair.span)}, {"values", pair.values}});
    return {{"wish", toJson(std::optional(explanation->wish))},
            {"coalitions", toJson(explanation->coalitions)},
            {"attribution", explanation->attribution ? toJson(*explanation->attribution) : json()},
            {"faithfulness", explanation->faithfulness ? toJson(*explanation->faithfulness) : json()},
            {"agreement", explanation->agreement},
            {"pairs", pairs},
            {"milliseconds", explanation->milliseconds}};
}

std::optional<Explanation> explanationFromJson(const json& message, std::size_t outputs)
{
    if (message.is_null())
        return std::nullopt;
    Explanation explanation;
    explanation.wish = explanationWishFromJson(message.at("wish")).value_or(ExplanationWish{});
    explanation.coalitions = matrixFromJson(message.at("coalitions"));
    require(explanation.coalitions.rows == kCoalitions && explanation.coalitions.columns == outputs
                && explanation.wish.output < outputs,
            "an explanation has other outputs than its prediction");
    if (!message.at("attribution").is_null())
        explanation.attribution = attributionFromJson(message.at("attribution"), outputs);
    if (!message.at("faithfulness").is_null())
        explanation.faithfulness = faithfulnessFromJson(message.at("faithfulness"));
    message.at("agreement").get_to(explanation.agreement);
    for (const json& pair : message.at("pairs")) {
        explanation.pairs.push_back({spanFromJson(pair.at("word")), spanFromJson(pair.at("span")),
                                     pair.at("values").get<std::vector<double>>()});
        require(explanation.pairs.back().values.size() == outputs, "a pair has other values than outputs");
    }
    message.at("milliseconds").get_to(explanation.milliseconds);
    return explanation;
}

}
