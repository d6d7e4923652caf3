#include "tests/support/planted_errors.h"

#include "engine/core/segment_id.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <random>
#include <stdexcept>

namespace engine::test {

const std::vector<std::string> kPlantedKinds{"flip", "off_by_two", "uniform",    "shift",     "annotator",
                                             "swap", "late_sound", "other_face", "word_edge", "mixed"};

namespace {

using Random = std::mt19937_64;

double normal(Random& random)
{
    return std::normal_distribution<double>()(random);
}

std::vector<double> direction(Random& random, std::size_t width)
{
    std::vector<double> values(width);
    double squares = 0.0;
    for (double& value : values) {
        value = normal(random);
        squares += value * value;
    }
    for (double& value : values)
        value /= std::sqrt(squares);
    return values;
}

void add(std::span<float> row, const std::vector<double>& along, double size)
{
    for (std::size_t d = 0; d < row.size(); ++d)
        row[d] += static_cast<float>(along[d] * size);
}

double inThirds(double value)
{
    return std::clamp(std::round(value * 3.0) / 3.0, -3.0, 3.0);
}

/// What is the same in all videos: where in the features is what.
struct World {
    std::vector<double> mood, content1, content2; ///< of words
    std::vector<double> loudness, sound1, sound2, voice; ///< of sound
    std::vector<double> mouth, smile, look; ///< of faces
};

World worldOf(const MadeSettings& settings)
{
    Random random(7); // the same for all seeds
    const auto [text, sound, face] = settings.widths;
    return {direction(random, text),  direction(random, text),  direction(random, text),
            direction(random, sound), direction(random, sound), direction(random, sound),
            direction(random, sound), direction(random, face),  direction(random, face),
            direction(random, face)};
}

class Maker {
public:
    explicit Maker(const MadeSettings& settings)
        : m_settings(settings)
        , m_random(settings.seed)
        , m_world(worldOf(settings))
    {
    }

    MadeSegments make()
    {
        for (std::size_t video = 0; video < m_settings.videos; ++video) {
            const double mood = 0.6 * normal(m_random);
            m_voice = offsets(1, 0.7);
            m_face = offsets(2, 0.7);
            for (std::size_t k = 0; k < m_settings.segmentsPerVideo; ++k) {
                m_ids.push_back(fmt::format("video_{:03}[{}]", video, k));
                addSegment(inThirds(mood + 1.75 * normal(m_random)));
            }
        }
        return laidOut();
    }

private:
    std::vector<double> offsets(std::size_t modality, double size)
    {
        std::vector<double> values(m_settings.widths[modality]);
        for (double& value : values)
            value = size * normal(m_random);
        return values;
    }

    std::vector<float> noisy(std::size_t modality, double size)
    {
        std::vector<float> row(m_settings.widths[modality]);
        for (float& value : row)
            value = static_cast<float>(size * normal(m_random));
        return row;
    }

    void addSegment(double truth)
    {
        // some segments say less than others, and irony, or a face that is turned away, say other things
        const double unclear = m_settings.noise * std::exp(0.25 * normal(m_random));
        const double said = truth + 1.1 * unclear * normal(m_random);
        const double heard = truth + 1.95 * unclear * normal(m_random);
        const double seen = truth + 1.65 * unclear * normal(m_random);
        std::vector<float> text, sound, face;
        std::vector<std::size_t> starts;
        std::size_t frames = 0;
        for (std::size_t word = 0; word < m_settings.words; ++word) {
            starts.push_back(frames);
            const std::size_t length = 3 + m_random() % 7;
            const double weight = m_random() % 4 == 0 ? 3.2 : 0.27; // few words tell
            const double content1 = normal(m_random), content2 = normal(m_random);
            std::vector<float> wordRow = noisy(0, 0.5);
            add(wordRow, m_world.mood, 0.45 * said * weight);
            add(wordRow, m_world.content1, 1.2 * content1);
            add(wordRow, m_world.content2, 1.2 * content2);
            const double emphasis = 0.8 + 0.4 * content1;
            for (std::size_t frame = 0; frame < length; ++frame) {
                text.insert(text.end(), wordRow.begin(), wordRow.end());
                const double part = (static_cast<double>(frame) + 0.5) / static_cast<double>(length);
                const double loud = emphasis * std::sin(3.14159265 * part);
                std::vector<float> soundRow = noisy(1, 0.6);
                add(soundRow, m_voice, 1.0);
                add(soundRow, m_world.loudness, 2.0 * loud);
                add(soundRow, m_world.sound1, 0.8 * content1);
                add(soundRow, m_world.sound2, 0.8 * content2);
                add(soundRow, m_world.voice, 0.35 * heard);
                sound.insert(sound.end(), soundRow.begin(), soundRow.end());
                std::vector<float> faceRow = noisy(2, 0.6);
                add(faceRow, m_face, 1.0);
                add(faceRow, m_world.mouth, 1.8 * loud);
                add(faceRow, m_world.smile, 0.35 * seen);
                add(faceRow, m_world.look, 0.4 * normal(m_random));
                face.insert(face.end(), faceRow.begin(), faceRow.end());
            }
            frames += length;
        }
        starts.push_back(frames);
        m_truths.push_back(truth);
        m_starts.push_back(std::move(starts));
        m_rows.push_back({std::move(text), std::move(sound), std::move(face)});
    }

    MadeSegments laidOut()
    {
        MadeSegments made;
        const std::size_t count = m_ids.size();
        FoldData& frames = made.frames;
        frames.name = "train";
        frames.ids = m_ids;
        std::size_t longest = 0;
        for (const auto& starts : m_starts) {
            frames.lengths.push_back(static_cast<std::int64_t>(starts.back()));
            longest = std::max(longest, starts.back());
        }
        for (const Modality modality : allModalities) {
            const auto m = static_cast<std::size_t>(modality);
            FeatureBlock& block = frames.of(modality);
            block.steps = longest;
            block.width = m_settings.widths[m];
            block.values.assign(count * block.segmentLength(), 0.0F);
            for (std::size_t i = 0; i < count; ++i)
                std::ranges::copy(m_rows[i][m], block.segment(i).begin());
            frames.presenceOf(modality).assign(count, true);
        }
        frames.labels = FeatureMatrix(count, 1);
        for (std::size_t i = 0; i < count; ++i)
            frames.labels.values[i] = static_cast<float>(m_truths[i]);
        made.truths = m_truths;
        made.wordStarts = m_starts;
        made.isPlanted.assign(count, false);
        return made;
    }

    const MadeSettings m_settings;
    Random m_random;
    const World m_world;
    std::vector<double> m_voice, m_face; ///< of the video
    std::vector<std::string> m_ids;
    std::vector<double> m_truths;
    std::vector<std::vector<std::size_t>> m_starts;
    std::vector<std::array<std::vector<float>, 3>> m_rows;
};

/// The words' rows as the means of their frames.
void alignToWords(MadeSegments& made)
{
    const std::size_t count = made.frames.size(), steps = made.wordStarts.front().size() - 1;
    made.words = FoldData();
    made.words.name = made.frames.name;
    made.words.ids = made.frames.ids;
    made.words.labels = made.frames.labels;
    made.words.present = made.frames.present;
    made.words.lengths.assign(count, static_cast<std::int64_t>(steps));
    for (const Modality modality : allModalities) {
        const FeatureBlock& from = made.frames.of(modality);
        FeatureBlock& to = made.words.of(modality);
        to.steps = steps;
        to.width = from.width;
        to.values.assign(count * to.segmentLength(), 0.0F);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t word = 0; word < steps; ++word) {
                const std::size_t first = made.wordStarts[i][word], last = made.wordStarts[i][word + 1];
                for (std::size_t frame = first; frame < last; ++frame) {
                    for (std::size_t d = 0; d < to.width; ++d)
                        to.segment(i)[word * to.width + d]
                            += from.segment(i)[frame * from.width + d] / static_cast<float>(last - first);
                }
            }
        }
    }
}

/// So many different numbers below `count`, in order.
std::vector<std::size_t> drawn(std::size_t count, std::size_t wanted, Random& random)
{
    std::vector<std::size_t> all(count), some;
    std::iota(all.begin(), all.end(), 0);
    std::ranges::sample(all, std::back_inserter(some), static_cast<std::ptrdiff_t>(wanted), random);
    return some;
}

double wrongValue(double label, const std::string& kind, Random& random)
{
    if (kind == "flip")
        return -label;
    if (kind == "off_by_two") {
        const double by = random() % 2 == 0 ? 2.0 : -2.0;
        return std::abs(label + by) <= 3.0 ? label + by : label - by;
    }
    double other = label;
    while (std::abs(other - label) < 0.5)
        other = static_cast<double>(random() % 7) - 3.0;
    return other;
}

/// Runs of five to ten segments of one video whose labels are those of the segments before them.
void shiftLabels(std::vector<double>& labels, const std::vector<std::string>& videos, std::size_t wanted,
                 Random& random)
{
    const std::vector<double> own = labels;
    for (std::size_t shifted = 0; shifted < wanted;) {
        const std::size_t first = 1 + random() % (labels.size() - 1), length = 5 + random() % 6;
        for (std::size_t i = first; i < std::min(first + length, labels.size()) && shifted < wanted; ++i) {
            if (videos[i] != videos[i - 1] || labels[i] != own[i])
                break;
            labels[i] = own[i - 1];
            shifted += labels[i] != own[i] ? 1 : 0;
        }
    }
}

void swapLabels(std::vector<double>& labels, const std::vector<std::string>& videos, std::size_t wanted,
                Random& random)
{
    std::vector<bool> isSwapped(labels.size(), false);
    for (std::size_t swapped = 0; swapped + 1 < wanted;) {
        const std::size_t i = random() % (labels.size() - 1);
        if (videos[i] != videos[i + 1] || isSwapped[i] || isSwapped[i + 1] || labels[i] == labels[i + 1])
            continue;
        std::swap(labels[i], labels[i + 1]);
        isSwapped[i] = isSwapped[i + 1] = true;
        swapped += 2;
    }
}

std::vector<std::string> videosOf(const std::vector<std::string>& ids)
{
    std::vector<std::string> videos;
    for (const std::string& id : ids)
        videos.push_back(videoOfSegment(id));
    return videos;
}

/// The sound comes 0.4 s late; before it begins there is what was in its first frame.
void delaySound(MadeSegments& made, std::size_t segment)
{
    constexpr std::size_t late = 8;
    FeatureBlock& block = made.frames.of(Modality::Acoustic);
    const std::vector<float> own(block.segment(segment).begin(), block.segment(segment).end());
    const auto length = static_cast<std::size_t>(made.frames.lengths[segment]);
    for (std::size_t frame = 0; frame < length; ++frame) {
        const std::size_t from = frame < late ? 0 : frame - late;
        std::copy_n(own.begin() + static_cast<std::ptrdiff_t>(from * block.width), block.width,
                    block.segment(segment).begin() + static_cast<std::ptrdiff_t>(frame * block.width));
    }
}

/// The face of another segment, from its first frame on, repeated where that is shorter.
void exchangeFace(MadeSegments& made, const FeatureBlock& own, std::size_t segment, std::size_t other)
{
    FeatureBlock& block = made.frames.of(Modality::Visual);
    const auto length = static_cast<std::size_t>(made.frames.lengths[segment]),
               otherLength = static_cast<std::size_t>(made.frames.lengths[other]);
    for (std::size_t frame = 0; frame < length; ++frame)
        std::copy_n(own.segment(other).begin() + static_cast<std::ptrdiff_t>(frame % otherLength * own.width),
                    own.width,
                    block.segment(segment).begin() + static_cast<std::ptrdiff_t>(frame * own.width));
}

/// A boundary of two words moves by 0.25 to 0.35 s, over the words that lie in between.
void moveBoundary(MadeSegments& made, std::size_t segment, Random& random)
{
    std::vector<std::size_t>& starts = made.wordStarts[segment];
    std::vector<Interval> words = made.spansOf(segment);
    const std::vector<std::size_t> own = starts;
    const double by = kMadeFrameSeconds * static_cast<double>(5 + random() % 3);
    const std::size_t word = 1 + random() % (words.size() - 1);
    const double sign = random() % 2 == 0 ? 1.0 : -1.0;
    if (!moveWordStart(words, word, sign * by, kMadeFrameSeconds))
        moveWordStart(words, word, -sign * by, kMadeFrameSeconds);
    for (std::size_t w = 1; w < words.size(); ++w)
        starts[w] = static_cast<std::size_t>(std::lround(words[w].start / kMadeFrameSeconds));
    FeatureBlock& text = made.frames.of(Modality::Text);
    const std::vector<float> before(text.segment(segment).begin(), text.segment(segment).end());
    for (std::size_t w = 0; w < words.size(); ++w) {
        for (std::size_t frame = starts[w]; frame < starts[w + 1]; ++frame)
            std::copy_n(before.begin() + static_cast<std::ptrdiff_t>(own[w] * text.width), text.width,
                        text.segment(segment).begin() + static_cast<std::ptrdiff_t>(frame * text.width));
    }
}

/// A third of the raters reverses, or halves, what it says of a run of videos.
void misrate(MadeSegments& made, std::vector<double>& labels, const std::vector<std::size_t>& segments,
             bool isReversed)
{
    for (const std::size_t segment : segments) {
        made.ratings[segment][2] *= isReversed ? -1.0 : 0.5;
        labels[segment]
            = (made.ratings[segment][0] + made.ratings[segment][1] + made.ratings[segment][2]) / 3.0;
        made.isPlanted[segment] = std::abs(labels[segment] - made.truths[segment]) > 0.1;
    }
}

}

std::vector<Interval> MadeSegments::spansOf(std::size_t segment) const
{
    std::vector<Interval> spans;
    for (std::size_t w = 0; w + 1 < wordStarts[segment].size(); ++w)
        spans.push_back({kMadeFrameSeconds * static_cast<double>(wordStarts[segment][w]),
                         kMadeFrameSeconds * static_cast<double>(wordStarts[segment][w + 1])});
    return spans;
}

bool moveWordStart(std::vector<Interval>& words, std::size_t word, double by, double shortest)
{
    constexpr double joined = 0.03;
    const double moved = words[word].start + by;
    const auto between
        = [&](std::size_t from, std::size_t to) { return shortest * static_cast<double>(to - from); };
    if (moved > words.back().end - between(word, words.size()) + 1e-9
        || moved < words.front().start + between(0, word) - 1e-9)
        return false;
    const bool isJoined = word > 0 && words[word].start - words[word - 1].end < joined;
    words[word].start = moved;
    if (isJoined)
        words[word - 1].end = moved;
    for (std::size_t w = word; w < words.size(); ++w) { // those behind make room
        words[w].start = std::max(words[w].start, moved + between(word, w));
        words[w].end = std::max(words[w].end, words[w].start + shortest);
    }
    for (std::size_t w = word; w-- > 0;) { // and those before
        words[w].end = std::min(words[w].end, words[w + 1].start);
        words[w].start = std::min(words[w].start, words[w].end - shortest);
    }
    return true;
}

std::vector<bool> plantInLabels(std::vector<double>& labels, const std::vector<std::string>& videos,
                                const std::string& kind, double share, std::uint64_t seed)
{
    Random random(seed * 7919 + 13);
    const std::vector<double> own = labels;
    const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(labels.size())));
    if (kind == "shift") {
        shiftLabels(labels, videos, wanted, random);
    } else if (kind == "swap") {
        swapLabels(labels, videos, wanted, random);
    } else {
        std::vector<std::size_t> able;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (kind != "flip" || std::abs(labels[i]) >= 1.0)
                able.push_back(i);
        }
        for (const std::size_t place : drawn(able.size(), std::min(wanted, able.size()), random))
            labels[able[place]] = wrongValue(labels[able[place]], kind, random);
    }
    std::vector<bool> isWrong;
    for (std::size_t i = 0; i < labels.size(); ++i)
        isWrong.push_back(labels[i] != own[i]);
    return isWrong;
}

MadeSegments makeSegments(const MadeSettings& settings)
{
    MadeSegments made = Maker(settings).make();
    alignToWords(made);
    return made;
}

void plantErrors(MadeSegments& made, const std::string& kind, double share, std::uint64_t seed)
{
    if (std::ranges::find(kPlantedKinds, kind) == kPlantedKinds.end())
        throw std::invalid_argument(kind);
    if (kind == "mixed") {
        for (std::size_t i = 0; i + 1 < kPlantedKinds.size(); ++i) {
            if (kPlantedKinds[i] != "annotator")
                plantErrors(made, kPlantedKinds[i], share / 8.0, seed * 31 + i);
        }
        return;
    }
    Random random(seed * 104729 + 17);
    const std::size_t count = made.frames.size();
    const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(count)));
    if (kind == "late_sound" || kind == "other_face" || kind == "word_edge") {
        const FeatureBlock own = made.frames.of(Modality::Visual);
        for (const std::size_t segment : drawn(count, wanted, random)) {
            made.isPlanted[segment] = true;
            if (kind == "late_sound")
                delaySound(made, segment);
            else if (kind == "other_face")
                exchangeFace(made, own, segment, (segment + 1 + random() % (count - 1)) % count);
            else
                moveBoundary(made, segment, random);
        }
        alignToWords(made);
        return;
    }
    std::vector<double> labels(made.frames.labels.values.begin(), made.frames.labels.values.end());
    if (kind == "annotator") {
        made.ratings.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            for (double& rating : made.ratings[i])
                rating = inThirds(labels[i] + 0.5 * normal(random));
            labels[i] = (made.ratings[i][0] + made.ratings[i][1] + made.ratings[i][2]) / 3.0;
            made.truths[i] = labels[i];
        }
        std::vector<std::size_t> able;
        const std::size_t first = random() % count;
        for (std::size_t i = 0; i < count && able.size() < wanted; ++i) {
            const std::size_t segment = (first + i) % count;
            if (std::abs(made.ratings[segment][2]) >= 1.0)
                able.push_back(segment);
        }
        misrate(made, labels, able, seed % 4 != 0);
    } else {
        const std::vector<bool> isWrong = plantInLabels(labels, videosOf(made.frames.ids), kind, share, seed);
        for (std::size_t i = 0; i < count; ++i)
            made.isPlanted[i] = made.isPlanted[i] || isWrong[i];
    }
    for (std::size_t i = 0; i < count; ++i)
        made.frames.labels.values[i] = made.words.labels.values[i] = static_cast<float>(labels[i]);
}

void plantRatings(MadeSegments& made, Misrating manner, double share, bool inARun, std::uint64_t seed)
{
    Random random(seed * 15485863 + 5);
    const std::size_t count = made.frames.size();
    const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(count)));
    const std::size_t first = random() % count;
    std::vector<std::size_t> segments;
    if (inARun) {
        for (std::size_t i = 0; i < wanted; ++i)
            segments.push_back((first + i) % count);
    } else {
        segments = drawn(count, wanted, random);
    }
    made.ratings.resize(count);
    std::vector<double> labels(count);
    const auto mean = [](const std::array<double, 3>& of) { return (of[0] + of[1] + of[2]) / 3.0; };
    for (std::size_t i = 0; i < count; ++i) {
        for (double& rating : made.ratings[i])
            rating = inThirds(made.truths[i] + 0.5 * normal(random));
        labels[i] = made.truths[i] = mean(made.ratings[i]);
    }
    constexpr double raised = 1.5;
    for (const std::size_t segment : segments) {
        double& rating = made.ratings[segment][2];
        rating = manner == Misrating::Reversed ? -rating
            : manner == Misrating::Halved      ? 0.5 * rating
                                               : std::min(3.0, rating + raised);
        labels[segment] = mean(made.ratings[segment]);
        made.isPlanted[segment] = std::abs(labels[segment] - made.truths[segment]) > 0.1;
    }
    for (std::size_t i = 0; i < count; ++i)
        made.frames.labels.values[i] = made.words.labels.values[i] = static_cast<float>(labels[i]);
}

}
