#include "engine/formats/common/tier_import.h"

#include "engine/core/error.h"

#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

constexpr double kMostSeconds = 1e9;

// What takes memory beside letters.
constexpr std::size_t kLabelBytes = 96;
constexpr std::size_t kTermBytes = sizeof(Term);

std::size_t bytesOf(const LabelScheme& scheme)
{
    std::size_t bytes = sizeof(LabelScheme) + scheme.name.size();
    if (const auto* vocabulary = std::get_if<Vocabulary>(&scheme.scale)) {
        for (const Term& term : vocabulary->terms)
            bytes += kTermBytes + term.name.size() + term.colour.size() + term.key.size();
    }
    return bytes;
}

}

std::size_t TierImport::addTier(Tier tier, std::size_t line)
{
    m_line = line > 0 ? line : m_line;
    count(0);
    if (m_content.tiers.size() >= kMostTiers)
        refuse(m_line, fmt::format("holds more than the {} tiers that are read at once", kMostTiers));
    for (const std::string* name : {&tier.name, &tier.video, &tier.annotator})
        checkName(*name, m_line);
    std::size_t bytes = sizeof(ExchangedTier) + tier.annotator.size();
    bytes += 2 * (tier.name.size() + tier.video.size()); // the places have them, too
    for (const LabelScheme& scheme : tier.labels) {
        checkName(scheme.name, m_line);
        bytes += bytesOf(scheme);
    }
    hold(bytes);
    tier.id = static_cast<TierId>(m_content.tiers.size() + 1);
    tier.order = static_cast<int>(m_content.tiers.size());
    m_places.try_emplace({tier.video, tier.name}, m_content.tiers.size());
    m_content.tiers.push_back({std::move(tier), {}, {}, {}});
    return m_content.tiers.size() - 1;
}

std::size_t TierImport::tierNamed(const std::string& name, const std::string& video)
{
    const auto found = m_places.find({video, name});
    if (found != m_places.end())
        return found->second;
    Tier tier;
    tier.name = name;
    tier.video = video;
    return addTier(std::move(tier));
}

void TierImport::count(std::size_t items)
{
    m_report.read += items;
    if (m_report.read + m_report.skipped.size() + m_content.tiers.size() > m_times * kMostItems)
        refuse(m_line,
               fmt::format("holds more than the {} items that are read at once{}", m_times * kMostItems,
                           m_times > 1
                               ? ""
                               : " (convert --large takes more of tables, CTM, RTTM and Kaldi's segments)"));
}

void TierImport::hold(std::size_t bytes)
{
    m_held += bytes;
    if (m_held > m_times * kMostHeldBytes)
        refuse(m_line,
               fmt::format("up to here its texts, names and vocabularies take more than the {} MiB that are "
                           "read at once, each counted as often as it is referred to",
                           m_times * kMostHeldBytes >> 20));
}

void TierImport::checkName(const std::string& name, std::size_t line) const
{
    if (name.size() > kMostNameBytes)
        fail(line, fmt::format("a name of more than {} bytes", kMostNameBytes));
}

void TierImport::checkText(const std::string& text, std::size_t line, const char* what) const
{
    if (text.size() > kMostTextBytes)
        fail(line, fmt::format("a {} of more than {} MiB", what, kMostTextBytes >> 20));
}

void TierImport::refuse(std::size_t line, const std::string& what) const
{
    throw FormatError("too_large", m_path, line > 0 ? fmt::format("line {}: {}", line, what) : what);
}

Segment* TierImport::add(std::size_t tier, double start, double end, std::string text, std::size_t line)
{
    if (!(std::abs(start) < kMostSeconds && std::abs(end) < kMostSeconds)) // NaN as well
        fail(line, fmt::format("{} to {} s is no time of a recording", start, end));
    m_line = line > 0 ? line : m_line;
    checkText(text, line, "text");
    if (end < start) {
        skip(line, fmt::format("ends before it starts ({} to {} s)", start, end));
        return nullptr;
    }
    count(1);
    hold(text.size());
    std::vector<Segment>& segments = m_content.tiers[tier].segments;
    Segment& segment = segments.emplace_back();
    segment.id = ++m_lastSegment;
    segment.tier = m_content.tiers[tier].tier.id;
    segment.start = TimePoint::ofRecorded(start + 0.0); // −0 is 0
    segment.end = TimePoint::ofRecorded(end + 0.0);
    segment.text = std::move(text);
    return &segment;
}

void TierImport::addSamples(std::size_t place, std::vector<float> samples)
{
    ExchangedTier& tier = m_content.tiers[place];
    if (samples.size() > kMostSamples)
        throw FormatError("too_large", m_path,
                          fmt::format("holds more than the {} values that are read at once", kMostSamples));
    const double length = static_cast<double>(samples.size()) / tier.tier.rate;
    const std::size_t items = samples.size();
    if (Segment* segment = add(place, 0.0, length, {}, 0))
        segment->samples = std::move(samples);
    m_report.read += items - 1; // they take no more memory than their file
}

void TierImport::setLabel(Segment& segment, const std::string& name, LabelValue value)
{
    if (++m_labels > m_times * kMostLabels)
        refuse(m_line,
               fmt::format("holds more than the {} labels that are read at once", m_times * kMostLabels));
    checkName(name, m_line);
    std::size_t bytes = kLabelBytes + name.size() + value.by.annotator.size();
    if (const auto* text = std::get_if<std::string>(&value.value)) {
        checkText(*text, m_line, "label");
        bytes += text->size();
    }
    hold(bytes);
    segment.values[name] = std::move(value);
}

void TierImport::setText(Segment& segment, std::string text)
{
    checkText(text, m_line, "text");
    hold(text.size());
    segment.text = std::move(text);
}

void TierImport::addExtra(FormatExtra extra)
{
    if (m_content.extras.size() >= kMostExtras || m_extraBytes + extra.text.size() > kMostExtraBytes) {
        if (!std::exchange(m_leavesExtrasOut, true))
            note(fmt::format("There is more than can be kept of: {}.", extra.kind));
        return;
    }
    m_extraBytes += extra.text.size();
    m_content.extras.push_back(std::move(extra));
}

void TierImport::skip(std::size_t line, std::string reason)
{
    if (!m_unread)
        m_unread = {line, reason};
    leaveOut(line, std::move(reason));
}

void TierImport::leaveOut(std::size_t line, std::string reason)
{
    m_line = line > 0 ? line : m_line;
    hold(reason.size());
    m_report.skipped.push_back({line, std::move(reason)});
    count(0);
}

void TierImport::note(std::string sentence)
{
    hold(sentence.size());
    m_report.notes.push_back(std::move(sentence));
}

void TierImport::notes(const std::vector<std::string>& sentences)
{
    m_report.notes.insert(m_report.notes.end(), sentences.begin(), sentences.end());
}

void TierImport::fail(std::size_t line, const std::string& what) const
{
    throw FormatError("data_invalid", m_path, line > 0 ? fmt::format("line {}: {}", line, what) : what);
}

void TierImport::noteOddities()
{
    std::set<std::pair<std::string_view, std::string_view>> names;
    std::size_t early = 0;
    std::size_t late = 0;
    for (const ExchangedTier& each : m_content.tiers) {
        if (!names.insert({each.tier.video, each.tier.name}).second)
            note(fmt::format("There are several tiers named '{}'; all are kept.", each.tier.name));
        if (each.tier.name.empty())
            note("A tier has no name; it is kept.");
        for (const Segment& segment : each.segments) {
            early += segment.start.ticks < 0 ? 1 : 0;
            late += m_content.extent && segment.end.seconds() > m_content.extent->end + 1e-3 ? 1 : 0;
        }
    }
    if (early > 0)
        note(fmt::format("{} segments begin before 0 s; they are kept.", early));
    if (late > 0)
        note(fmt::format("{} segments end after the recording does; they are kept.", late));
}

ImportedTiers TierImport::finish()
{
    if (m_content.tiers.empty()) {
        if (m_report.skipped.empty())
            fail(0, "holds no annotation");
        const ImportReport::Skipped& first = m_report.skipped.front();
        fail(first.line, fmt::format("holds no annotation that could be read: {}", first.reason));
    }
    if (m_report.read == 0 && m_unread) // tiers without anything would look like a file that was read
        fail(m_unread->line, fmt::format("holds no annotation that could be read: {}", m_unread->reason));
    for (ExchangedTier& each : m_content.tiers)
        each.tier.overlapping = anyOverlap(each.tier, each.segments);
    noteOddities();
    if (!m_content.extras.empty())
        note(fmt::format("Only written to the same format again: {}.", kindsOf(m_content.extras)));
    return {std::move(m_content), std::move(m_report), std::move(m_files)};
}

LabelValue valueOf(double number)
{
    return {number, {}};
}

LabelValue valueOf(std::string term)
{
    return {std::move(term), {}};
}

}
