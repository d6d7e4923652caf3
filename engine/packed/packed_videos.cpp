#include "engine/packed/packed_videos.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace engine {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits that a text begins with, without zeros in front.
std::string_view numberAt(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    const std::size_t first = std::min(text.find_first_not_of('0'), end);
    return text.substr(first, end - first);
}

/// Whether a text comes before another, where digits count as numbers: `2` before `10`.
bool comesNaturallyBefore(std::string_view one, std::string_view other)
{
    while (!one.empty() && !other.empty()) {
        if (!isDigit(one.front()) || !isDigit(other.front())) {
            if (one.front() != other.front())
                return static_cast<unsigned char>(one.front()) < static_cast<unsigned char>(other.front());
            one.remove_prefix(1);
            other.remove_prefix(1);
            continue;
        }
        const std::string_view left = numberAt(one), right = numberAt(other);
        if (left.size() != right.size())
            return left.size() < right.size();
        if (left != right)
            return left < right;
        one.remove_prefix(std::min(one.size(), one.find_first_not_of("0123456789")));
        other.remove_prefix(std::min(other.size(), other.find_first_not_of("0123456789")));
    }
    return one.size() < other.size();
}

}

bool areSame(Interval labelled, Interval packed)
{
    const double middle = (packed.start + packed.end) / 2;
    const double own = (labelled.start + labelled.end) / 2;
    return (labelled.start <= middle && middle < labelled.end) || (packed.start <= own && own < packed.end);
}

PackedVideos::PackedVideos(std::shared_ptr<const PackedFile> file, PackedLayout layout)
    : m_file(std::move(file))
    , m_layout(layout)
{
    const std::vector<std::string>& ids = m_file->ids();
    for (std::size_t place = 0; place < ids.size(); ++place) {
        m_videoOf.push_back(layout == PackedLayout::Apart ? ids[place] : videoOfSegment(ids[place]));
        m_segments[m_videoOf.back()].push_back(place);
    }
    m_numbers.resize(ids.size());
    for (auto& [video, places] : m_segments) {
        std::ranges::stable_sort(places, [&](std::size_t one, std::size_t other) {
            return comesNaturallyBefore(segmentName(ids[one]).clip, segmentName(ids[other]).clip);
        });
        for (std::size_t number = 0; number < places.size(); ++number)
            m_numbers[places[number]] = number;
        m_ids.push_back(video);
    }
    m_extents.resize(m_file->labelNames().size());
    for (std::size_t place = 0; place < ids.size(); ++place) {
        const std::vector<float> labels = m_file->labels(place);
        for (std::size_t column = 0; column < labels.size(); ++column) {
            const auto value = static_cast<double>(labels[column]);
            if (std::isnan(value))
                continue;
            LabelExtent& extent = m_extents[column] ? *m_extents[column]
                                                    : m_extents[column].emplace(LabelExtent{value, value});
            extent.least = std::min(extent.least, value);
            extent.greatest = std::max(extent.greatest, value);
            extent.areWhole = extent.areWhole && value == std::round(value);
        }
    }
}

std::span<const std::size_t> PackedVideos::segments(const std::string& video) const
{
    const auto found = m_segments.find(video);
    return found == m_segments.end() ? std::span<const std::size_t>() : std::span(found->second);
}

std::vector<Interval> PackedVideos::spans(const std::string& video) const
{
    const std::span<const std::size_t> places = segments(video);
    if (places.empty())
        throw FormatError("data_invalid", m_file->path().string(), video + " is missing (no such video)");
    std::vector<Interval> spans;
    double start = 0.0;
    for (const std::size_t place : places) {
        spans.push_back({start, start + m_file->extent(place)});
        start = spans.back().end;
    }
    return spans;
}

std::optional<std::size_t> PackedVideos::segmentAt(const std::string& video, Interval labelled) const
{
    const std::span<const std::size_t> places = segments(video);
    if (places.size() == 1)
        return places.front();
    const std::vector<Interval> all = spans(video);
    const auto found
        = std::ranges::find_if(all, [&](const Interval& span) { return areSame(labelled, span); });
    return found == all.end() ? std::nullopt
                              : std::optional(places[static_cast<std::size_t>(found - all.begin())]);
}

std::optional<double> PackedVideos::extentIfCheap(const std::string& video) const
{
    double end = 0.0;
    for (const std::size_t place : segments(video)) {
        const std::optional<double> extent = m_file->extentIfCheap(place);
        if (!extent)
            return std::nullopt;
        end += *extent;
    }
    return end;
}

bool PackedVideos::hasTimes(const std::string& video) const
{
    return m_layout == PackedLayout::Apart && std::ranges::all_of(segments(video), [this](std::size_t place) {
               return m_file->hasTimes(place);
           });
}

std::string PackedVideos::segmentId(std::size_t place) const
{
    return fmt::format("{}[{}]", m_videoOf[place], m_numbers[place]);
}

std::map<std::string, std::vector<std::string>> PackedVideos::folds() const
{
    std::map<std::string, std::vector<std::string>> folds;
    for (const auto& [video, places] : m_segments) {
        const std::string& first = m_file->foldOf(places.front());
        const bool isWhole
            = std::ranges::all_of(places, [&](std::size_t place) { return m_file->foldOf(place) == first; });
        for (const std::size_t place : places) {
            const std::string& fold = m_file->foldOf(place);
            if (!fold.empty())
                folds[fold].push_back(isWhole ? video : segmentId(place));
            if (isWhole)
                break;
        }
    }
    return folds;
}

}
