#include "engine/training/run/training_dynamics.h"

#include "engine/core/same_length.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

constexpr const char* kDynamicsHeading = "id,start,end,epochs,mean_error,deviation";

/// The cells that say which segment it is.
std::string headOf(const TrainingDynamics::Segment& segment)
{
    return tableCell(segment.id)
        + (segment.span ? fmt::format(",{},{}", segment.span->start, segment.span->end) : ",,");
}

/// The last three cells of a line are numbers. @return whether they are
bool takeNumbers(std::string_view line, TrainingDynamics::Segment& segment)
{
    double numbers[3] = {}; // deviation, mean, epochs
    for (double& number : numbers) {
        const std::size_t comma = line.rfind(',');
        if (comma == std::string_view::npos)
            return false;
        const std::string_view cell = line.substr(comma + 1);
        if (std::from_chars(cell.data(), cell.data() + cell.size(), number).ec != std::errc())
            return false;
        line = line.substr(0, comma);
    }
    if (line != headOf(segment) || !(numbers[2] >= 0.0))
        return false;
    segment.epochs = static_cast<std::size_t>(numbers[2]);
    segment.mean = numbers[1];
    segment.squares = numbers[0] * numbers[0] * numbers[2];
    return true;
}

}

double TrainingDynamics::Segment::deviation() const
{
    return epochs == 0 ? 0.0 : std::sqrt(squares / static_cast<double>(epochs));
}

TrainingDynamics::TrainingDynamics(const std::vector<std::string>& ids, const std::vector<Interval>& spans)
{
    if (!spans.empty())
        requireSameLength("spans of segments", spans.size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_segments.push_back({ids[i]});
        if (!spans.empty())
            m_segments.back().span = spans[i];
    }
}

void TrainingDynamics::addEpoch(std::span<const double> errors)
{
    requireSameLength("errors of segments", errors.size(), m_segments.size());
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        Segment& segment = m_segments[i]; // Welford 1962
        const double apart = errors[i] - segment.mean;
        ++segment.epochs;
        segment.mean += apart / static_cast<double>(segment.epochs);
        segment.squares += apart * (errors[i] - segment.mean);
    }
}

std::size_t TrainingDynamics::epochs() const
{
    std::size_t most = 0;
    for (const Segment& segment : m_segments)
        most = std::max(most, segment.epochs);
    return most;
}

void TrainingDynamics::write(const std::filesystem::path& path) const
{
    std::string text = std::string(kDynamicsHeading) + "\n";
    for (const Segment& segment : m_segments)
        text += fmt::format("{},{},{},{}\n", headOf(segment), segment.epochs, segment.mean,
                            segment.deviation());
    writeTextFile(path, text).commit();
}

void TrainingDynamics::read(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || line != kDynamicsHeading)
        return;
    std::vector<Segment> segments = m_segments;
    for (Segment& segment : segments) {
        if (!std::getline(file, line) || !takeNumbers(line, segment))
            return;
    }
    m_segments = std::move(segments);
}

}
