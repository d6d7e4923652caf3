#include "engine/deidentify/deidentified_project.h"

#include "engine/annotation/layer_names.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/tier_roles.h"
#include "engine/core/text_file.h"
#include "engine/project_items/dataset_item.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kBeepMargin = 0.05; // seconds around a word

class TierHider {
public:
    TierHider(const HiddenNames& hidden, const std::map<std::string, std::string>& videos,
              const std::map<std::string, std::string>& annotators, DeidentifiedTiers& result)
        : m_hidden(hidden)
        , m_videos(videos)
        , m_annotators(annotators)
        , m_result(result)
    {
    }

    void add(ExchangedTier exchanged)
    {
        Tier& tier = exchanged.tier;
        const std::string video = tier.video;
        const auto layer = layerByName(tier);
        tier.annotator = codeOf(tier.annotator);
        tier.name = layer ? renamed(*layer) : m_hidden.without(tier.name);
        tier.source.clear();
        for (LabelScheme& label : tier.labels) {
            if (auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
                for (Term& term : vocabulary->terms)
                    term.name = m_hidden.without(term.name);
            }
            label.name = m_hidden.without(label.name);
        }
        for (Segment& segment : exchanged.segments) {
            if (!m_hidden.in(segment.text).empty())
                addBeep(video, tier, segment);
            hide(segment);
        }
        tier.participant = m_hidden.without(tier.participant);
        tier.video = m_videos.at(video);
        m_result.tiers.push_back(std::move(exchanged));
    }

private:
    std::string codeOf(const std::string& annotator) const
    {
        const auto code = m_annotators.find(annotator);
        return code == m_annotators.end() ? m_hidden.without(annotator) : code->second;
    }

    std::string renamed(const Layer& layer) const
    {
        const std::string code = codeOf(layer.annotator), of = m_hidden.without(layer.of);
        if (layer.isSettled)
            return settledLayer(of, code).name;
        return layerFor(annotatorLayer(of, code, layer.pass, layer.presentation), layer.purpose).name;
    }

    void hide(Segment& segment) const
    {
        segment.text = m_hidden.without(segment.text);
        segment.comment = m_hidden.without(segment.comment);
        segment.sourceRow = -1;
        std::map<std::string, LabelValue> values;
        for (auto& [label, value] : segment.values) {
            if (auto* text = std::get_if<std::string>(&value.value))
                *text = m_hidden.without(*text);
            value.by.annotator = codeOf(value.by.annotator);
            value.by.when = 0;
            values.emplace(m_hidden.without(label), value);
        }
        segment.values = std::move(values);
    }

    /// A word is beeped alone; a longer text as a whole, since nobody knows where in it the name is said.
    void addBeep(const std::string& video, const Tier& tier, const Segment& segment)
    {
        if (tier.kind != TierKind::Interval || segment.length() <= 0)
            return;
        const bool isWord = tier.name == kWordsTier || segment.text.find(' ') == std::string::npos;
        const Interval span{std::max(0.0, segment.start.seconds() - kBeepMargin),
                            segment.end.seconds() + kBeepMargin};
        if (!isWord && hasWordBeep(video, span))
            return; // words were read first
        m_result.beeps[video].push_back(span);
        if (!isWord)
            m_result.places.push_back(fmt::format("{}: {} at {:.2f} s", m_videos.at(video),
                                                  m_hidden.without(tier.name), span.start));
    }

    bool hasWordBeep(const std::string& video, Interval span) const
    {
        const auto beeps = m_result.beeps.find(video);
        return beeps != m_result.beeps.end() && std::ranges::any_of(beeps->second, [&](const Interval& beep) {
                   return beep.start >= span.start && beep.end <= span.end;
               });
    }

    const HiddenNames& m_hidden;
    const std::map<std::string, std::string>& m_videos;
    const std::map<std::string, std::string>& m_annotators;
    DeidentifiedTiers& m_result;
};

}

DeidentifiedTiers deidentifiedTiers(AllTiers& tiers, const HiddenNames& hidden,
                                    const std::map<std::string, std::string>& videos,
                                    const std::map<std::string, std::string>& annotators,
                                    const RunContext& run)
{
    DeidentifiedTiers result;
    TierHider hider(hidden, videos, annotators, result);
    std::size_t done = 0;
    for (const auto& [video, name] : videos) {
        run.tick(done++, videos.size());
        ExchangedTiers ofVideo = tiers.of(video, {}, "/"); // media are left out anyway
        std::ranges::stable_partition(ofVideo.tiers,
                                      [](const ExchangedTier& one) { return one.tier.name == kWordsTier; });
        for (ExchangedTier& tier : ofVideo.tiers)
            hider.add(std::move(tier));
    }
    return result;
}

void writeDeidentifiedProject(const std::vector<ExchangedTier>& tiers, const std::filesystem::path& list,
                              const std::filesystem::path& project)
{
    Change change;
    change.ignoresLocks = true;
    change.items.push_back({{}, datasetItemBeside({list.filename().string()})});
    for (const ExchangedTier& tier : tiers) {
        change.tiers.push_back({{}, tier.tier});
        for (const Segment& segment : tier.segments)
            change.segments.push_back({{}, segment});
    }
    ProjectFile::create(project).write(change);
}

std::string segmentTable(const std::vector<ExchangedTier>& tiers)
{
    std::string text = "video,tier,start,end,text,label,value,rater,comment\n";
    for (const ExchangedTier& tier : tiers) {
        for (const Segment& segment : tier.segments) {
            const std::string head
                = fmt::format("{},{},{},{},{}", tier.tier.video, tableCell(tier.tier.name),
                              segment.start.seconds(), segment.end.seconds(), tableCell(segment.text));
            if (segment.values.empty())
                text += fmt::format("{},,,{},{}\n", head, tableCell(tier.tier.annotator),
                                    tableCell(segment.comment));
            for (const auto& [label, value] : segment.values) {
                const auto* number = std::get_if<double>(&value.value);
                text += fmt::format(
                    "{},{},{},{},{}\n", head, tableCell(label),
                    number ? fmt::format("{}", *number) : tableCell(std::get<std::string>(value.value)),
                    tableCell(value.by.annotator.empty() ? tier.tier.annotator : value.by.annotator),
                    tableCell(segment.comment));
            }
        }
    }
    return text;
}

}
