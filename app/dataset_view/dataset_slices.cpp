#include "app/dataset_view/dataset_slices.h"

#include "engine/numbers/false_discovery.h"
#include "engine/numbers/quantiles.h"
#include "widgets/base/scale_number.h"
#include "widgets/dataset/dataset_marks.h"
#include "widgets/library/library_query.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using widgets::DatasetContent;
using widgets::DatasetPlaces;
using widgets::DatasetPoint;
using widgets::DatasetSlice;

constexpr std::size_t kLeastSegments = 5; // of a slice: fewer say nothing
constexpr double kLongPause = 1.0; // seconds
constexpr qsizetype kMostSpeakers = 40; // those with the most segments

struct SliceTexts {
    Q_DECLARE_TR_FUNCTIONS(app::SliceTexts)
};

/// A list of words, one per line, of the program's resources.
QSet<QString> wordsOf(const char* list)
{
    QFile file(QStringLiteral(":/text/%1").arg(QLatin1String(list)));
    QSet<QString> words;
    if (!file.open(QIODevice::ReadOnly))
        return words;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')))
        if (const QString word = line.trimmed(); !word.isEmpty() && !word.startsWith(QLatin1Char('#')))
            words.insert(word);
    return words;
}

QStringList tokensOf(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}']+"));
    return text.toLower().replace(QChar(0x2019), QLatin1Char('\'')).split(between, Qt::SkipEmptyParts);
}

/// Videos are counted as they come.
std::size_t numberOf(QMap<QString, std::size_t>& videos, const QString& video)
{
    const auto found = videos.find(video);
    return found != videos.end() ? *found : *videos.insert(video, static_cast<std::size_t>(videos.size()));
}

class SliceMaker {
public:
    SliceMaker(const DatasetContent& content, const std::vector<SegmentFacts>& facts, const QString& fold)
        : m_content(content)
        , m_facts(facts)
    {
        QMap<QString, std::size_t> videos;
        for (std::size_t i = 0; i < content.points.size(); ++i) {
            const DatasetPoint& point = content.points[i];
            if (!point.isLabelled() || !(fold.isEmpty() || point.fold == fold))
                continue;
            m_labelled.push_back(i);
            const bool isOfClass = point.isOfClass(); // it is wrong or not
            m_scored.predictions.push_back(!isOfClass ? point.prediction : point.isWrong() ? 1.0 : 0.0);
            m_scored.labels.push_back(isOfClass ? 0.0 : point.label);
            m_scored.videos.push_back(numberOf(videos, point.video));
        }
        m_scored.neutral = content.areClasses() ? 0.0 : content.neutral();
        m_videos = static_cast<std::size_t>(videos.size());
    }

    const std::vector<DatasetSlice>& slices() const { return m_slices; }

    void add(const QString& name, const std::function<bool(std::size_t)>& holds, bool isOwn = false)
    {
        DatasetSlice slice{name, {}, {}, false, isOwn};
        for (const std::size_t place : m_labelled) {
            if (holds(place))
                slice.points.push_back(place);
        }
        if (slice.points.size() >= kLeastSegments || (isOwn && !slice.points.empty()))
            m_slices.push_back(std::move(slice));
    }

    void addUsual()
    {
        addNames(&DatasetPoint::speaker, SliceTexts::tr("speaker: %1"));
        addNames(&DatasetPoint::fold, SliceTexts::tr("fold: %1"));
        addLengths();
        if (m_content.areClasses())
            addClasses();
        else
            addLabels();
        for (const engine::InteractionClass kind : engine::allInteractionClasses)
            add(SliceTexts::tr("class: %1").arg(widgets::className(kind)),
                [&](std::size_t i) { return m_content.points[i].kind == kind; });
        addWords(SliceTexts::tr("with a negation"), "negation_en.txt");
        addWords(SliceTexts::tr("with an intensifier"), "intensifiers_en.txt");
        add(SliceTexts::tr("after a pause of 1 s or more"),
            [&](std::size_t i) { return m_facts[i].pauseBefore >= kLongPause; });
        const std::array names{SliceTexts::tr("without text"), SliceTexts::tr("without sound"),
                               SliceTexts::tr("without vision")};
        for (std::size_t m = 0; m < names.size(); ++m)
            add(names[m], [&, m](std::size_t i) { return !m_facts[i].present[m]; });
    }

    DatasetSlices score(const engine::RunContext& run)
    {
        DatasetSlices result;
        if (m_labelled.empty())
            return result;
        const engine::VideoDraws draws(m_videos);
        std::vector<std::size_t> ranks(m_content.points.size(), 0); // among the labelled ones
        for (std::size_t i = 0; i < m_labelled.size(); ++i) {
            ranks[m_labelled[i]] = i;
            result.allError += std::abs(m_scored.error(i)) / static_cast<double>(m_labelled.size());
        }
        std::vector<std::optional<double>> chances;
        for (std::size_t s = 0; s < m_slices.size(); ++s) {
            run.tick(s, m_slices.size());
            std::vector<std::size_t> places;
            for (const std::size_t point : m_slices[s].points)
                places.push_back(ranks[point]);
            m_slices[s].figures = engine::sliceFigures(m_scored, places, draws);
            chances.push_back(m_slices[s].figures.chance);
        }
        const std::vector<bool> beyond = engine::beyondChance(chances);
        for (std::size_t s = 0; s < m_slices.size(); ++s) {
            m_slices[s].isBeyondChance = beyond[s];
            result.beyondChance += beyond[s] ? 1 : 0;
        }
        result.slices = std::move(m_slices);
        return result;
    }

private:
    void addNames(QString DatasetPoint::*name, const QString& form)
    {
        QMap<QString, std::size_t> counts;
        for (const std::size_t i : m_labelled)
            ++counts[m_content.points[i].*name];
        counts.remove({});
        QStringList names = counts.keys();
        std::ranges::stable_sort(names, std::greater<>(), [&](const QString& one) { return counts[one]; });
        if (counts.size() < 2)
            return; // it would be all of them
        for (const QString& one : names.mid(0, kMostSpeakers))
            add(form.arg(one), [&](std::size_t i) { return m_content.points[i].*name == one; });
    }

    void addLengths()
    {
        std::vector<double> lengths;
        for (const std::size_t i : m_labelled)
            lengths.push_back(lengthOf(i));
        if (lengths.empty())
            return;
        const double longest = std::round(engine::quantile(lengths, 0.9) * 10.0) / 10.0;
        const double shortest = std::round(engine::quantile(lengths, 0.1) * 10.0) / 10.0;
        add(SliceTexts::tr("longer than %1 s").arg(widgets::shownNumber(longest, 1, 'f')),
            [&](std::size_t i) { return lengthOf(i) > longest; });
        add(SliceTexts::tr("shorter than %1 s").arg(widgets::shownNumber(shortest, 1, 'f')),
            [&](std::size_t i) { return lengthOf(i) < shortest; });
    }

    void addLabels()
    {
        const auto label = [this](std::size_t i) { return m_content.points[i].label; };
        const double neutral = m_content.neutral();
        const QString middle = widgets::shownNumber(neutral, 2);
        add(SliceTexts::tr("label %1").arg(middle), [&](std::size_t i) { return label(i) == neutral; });
        if (m_content.low < neutral)
            add(SliceTexts::tr("label below %1").arg(middle),
                [&](std::size_t i) { return label(i) < neutral; });
        add(SliceTexts::tr("label above %1").arg(middle), [&](std::size_t i) { return label(i) > neutral; });
        const double strong
            = std::max(std::abs(m_content.low - neutral), std::abs(m_content.high - neutral)) * 2.0 / 3.0;
        const QString limit = widgets::shownNumber(strong, 2);
        add(neutral == 0.0 ? SliceTexts::tr("|label| ≥ %1").arg(limit)
                           : SliceTexts::tr("|label − %1| ≥ %2").arg(middle, limit),
            [&](std::size_t i) { return std::abs(label(i) - neutral) >= strong; });
    }

    void addClasses()
    {
        for (qsizetype place = 0; place < m_content.classes.size(); ++place) {
            const auto is = [place](double value) { return value == static_cast<double>(place); };
            add(SliceTexts::tr("label: %1").arg(m_content.classes[place]),
                [&](std::size_t i) { return is(m_content.points[i].label); });
            add(SliceTexts::tr("prediction: %1").arg(m_content.classes[place]),
                [&](std::size_t i) { return is(m_content.points[i].prediction); });
        }
    }

    void addWords(const QString& name, const char* list)
    {
        const QSet<QString> words = wordsOf(list);
        const bool hasShort = words.contains(QStringLiteral("n't"));
        add(name, [&](std::size_t i) {
            return std::ranges::any_of(tokensOf(m_content.points[i].words), [&](const QString& token) {
                return words.contains(token) || (hasShort && token.endsWith(QLatin1String("n't")));
            });
        });
    }

    double lengthOf(std::size_t i) const { return m_content.points[i].end - m_content.points[i].start; }

    const DatasetContent& m_content;
    const std::vector<SegmentFacts>& m_facts;
    DatasetPlaces m_labelled;
    engine::ScoredSegments m_scored; ///< the labelled ones
    std::size_t m_videos = 0;
    std::vector<DatasetSlice> m_slices;
};

/// A segment as the library would show a video that has nothing else.
widgets::LibraryEntry entryOf(const DatasetContent& content, std::size_t place, const SegmentFacts& facts)
{
    const DatasetPoint& point = content.points[place];
    widgets::LibraryEntry entry;
    entry.id = point.video;
    entry.speaker = point.speaker;
    entry.fold = point.fold;
    entry.hasMedia = true;
    entry.isRead = true;
    entry.duration = point.end - point.start;
    for (std::size_t m = 0; m < facts.present.size(); ++m)
        entry.coverage[m] = facts.present[m] ? 1.0F : 0.0F;
    if (point.isLabelled() && !point.isOfClass()) {
        entry.labelNames = {content.output};
        entry.labels = {static_cast<float>(point.label)};
    }
    for (const QString& word : point.words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        entry.words.add(word, point.start);
    return entry;
}

}

QString findSegments(const DatasetContent& content, const std::vector<SegmentFacts>& facts,
                     const QString& search, DatasetPlaces& found)
{
    const widgets::LibraryQuery query(search);
    if (!query.problem().isEmpty())
        return query.problem();
    for (std::size_t i = 0; i < content.points.size(); ++i) {
        if (query.match(entryOf(content, i, facts[i])))
            found.push_back(i);
    }
    return {};
}

DatasetSlices datasetSlices(const DatasetContent& content, const std::vector<SegmentFacts>& facts,
                            const QStringList& searches, const QString& fold, const engine::RunContext& run)
{
    SliceMaker maker(content, facts, fold);
    maker.addUsual();
    QString problem;
    for (const QString& search : searches) {
        DatasetPlaces found;
        problem = findSegments(content, facts, search, found);
        const std::size_t before = maker.slices().size();
        maker.add(
            search, [&](std::size_t i) { return std::ranges::binary_search(found, i); }, true);
        if (problem.isEmpty() && maker.slices().size() == before)
            problem = SliceTexts::tr("No labelled segment is found by “%1”.").arg(search);
    }
    DatasetSlices slices = maker.score(run);
    slices.problem = problem;
    return slices;
}

}
