#include "engine/formats/tables/csv_writer.h"

#include "engine/annotation/word_sets.h"
#include "engine/core/table_text.h"
#include "engine/core/text_file.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/tables/table_columns.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace engine {

namespace {

/// Of all segments, in the order of the usual table, then by name.
std::vector<std::string> labelColumns(const ExchangedTiers& tiers)
{
    std::set<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            for (const auto& [name, value] : segment.values) {
                if (columnOf(name) == TableColumn::Label)
                    names.insert(name);
            }
        }
    }
    std::vector<std::string> columns;
    for (const std::string_view usual : {"label", "sentiment", "annotation", "mode", "happy", "sad", "anger",
                                         "surprise", "disgust", "fear"}) {
        if (names.erase(std::string(usual)) > 0)
            columns.emplace_back(usual);
    }
    columns.insert(columns.end(), names.begin(), names.end());
    return columns;
}

}

std::vector<std::filesystem::path>
writeLabelTable(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options)
{
    const std::vector<std::string> labels = labelColumns(tiers);
    std::string text = "video_id,clip_id,tier,start,end,text";
    for (const std::string& label : labels)
        text += "," + tableCell(guardedCell(label, options.guardCells));
    const bool hasParticipants = std::ranges::any_of(
        tiers.tiers, [](const ExchangedTier& tier) { return !tier.tier.participant.empty(); });
    text += hasParticipants ? ",annotator,participant,confidence,comment\n"
                            : ",annotator,confidence,comment\n";
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind == TierKind::Continuous)
            continue;
        const auto quoted
            = [&](const std::string& cell) { return tableCell(guardedCell(cell, options.guardCells), true); };
        for (std::size_t i = 0; i < tier.segments.size(); ++i) {
            const Segment& segment = tier.segments[i];
            const auto clip = segment.values.find("clip_id");
            text += fmt::format(
                "{},{},{},{},{},{}", quoted(tier.tier.video),
                quoted(clip == segment.values.end() ? std::to_string(i) : textOf(clip->second)),
                quoted(tier.tier.name), shortest(segment.start.seconds()), shortest(segment.end.seconds()),
                quoted(segment.text));
            for (const std::string& label : labels) {
                const auto value = segment.values.find(label);
                text += ",";
                if (value == segment.values.end())
                    continue;
                const bool isNumber = std::holds_alternative<double>(value->second.value);
                const LabelScheme* scheme = tier.tier.label(label);
                const std::string said = scheme && wordListOf(*scheme) && !isNumber
                    ? wordsJson(textOf(value->second))
                    : textOf(value->second);
                text += isNumber ? said : tableCell(guardedCell(said, options.guardCells));
            }
            text += fmt::format(",{}{},{},{}\n", quoted(tier.tier.annotator),
                                hasParticipants ? "," + quoted(tier.tier.participant) : "",
                                segment.confidence ? shortest(*segment.confidence) : "",
                                quoted(segment.comment));
        }
    }
    return writeTogether({{path, text}}, path, options);
}

std::vector<std::string> lossesOfLabelTable(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.confidence = true;
    carries.labels = LabelsIn::Kept;
    carries.comments = true;
    carries.annotators = true;
    carries.participants = true;
    carries.videos = true;
    carries.carriageReturns = true;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    std::ranges::move(
        mergedTierLosses(
            tiers,
            [](const ExchangedTier& tier) {
                return std::vector{tier.tier.video, tier.tier.name, tier.tier.annotator, tier.tier.participant};
            }),
        std::back_inserter(sentences));
    const auto isFlagged = [](const auto&, const Segment& segment) { return segment.flagged; };
    if (countSegments(tiers, isFlagged) > 0)
        sentences.emplace_back("Flags cannot be kept.");
    const auto termIs = [](const auto& predicate) {
        return [predicate](const auto&, const Segment& segment) {
            return std::ranges::any_of(segment.values, [&](const auto& label) {
                const auto* term = std::get_if<std::string>(&label.second.value);
                return term && columnOf(label.first) == TableColumn::Label && predicate(*term);
            });
        };
    };
    const auto isNumber = [](const std::string& term) { return numberIn(term).has_value(); };
    if (const std::size_t count = countSegments(tiers, termIs(isNumber)); count > 0)
        sentences.push_back(
            fmt::format("Terms of {} segments are numbers, and will be read as such.", count));
    const auto isEmpty = [](const std::string& term) { return term.empty(); };
    if (const std::size_t count = countSegments(tiers, termIs(isEmpty)); count > 0)
        sentences.push_back(fmt::format("Empty terms of {} segments are lost.", count));
    const auto isColumn = [](const std::string& label) {
        return columnOf(label) != TableColumn::Label && columnOf(label) != TableColumn::Clip;
    };
    const auto hasColumns = [&](const auto&, const Segment& segment) {
        return std::ranges::any_of(segment.values, [&](const auto& label) { return isColumn(label.first); });
    };
    if (const std::size_t count = countSegments(tiers, hasColumns); count > 0)
        sentences.push_back(
            fmt::format("Labels of {} segments are called as columns of every table; they are lost.", count));
    return sentences;
}

}
