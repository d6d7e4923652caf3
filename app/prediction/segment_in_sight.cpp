#include "app/prediction/segment_in_sight.h"

#include <QCoreApplication>

namespace app {

namespace {

struct SegmentTexts {
    Q_DECLARE_TR_FUNCTIONS(app::SegmentInSight)
};

}

SegmentInSight::SegmentInSight(const Document& document, const LivePrediction& prediction)
    : m_document(document)
    , m_prediction(prediction)
{
}

void SegmentInSight::forgetDeleted()
{
    if (m_place && *m_place >= m_prediction.segments().size())
        m_place.reset();
}

QString SegmentInSight::nothingHere() const
{
    return m_prediction.segments().empty() ? SegmentTexts::tr(
               "This video has no labelled segments yet. “Make labelled segments” in the menu Label makes "
               "them; “Use as labelled segments” takes an imported tier.")
                                           : SegmentTexts::tr("Move the playhead onto a labelled segment.");
}

QString SegmentInSight::title() const
{
    const std::size_t count = m_prediction.segments().size();
    return m_place ? SegmentTexts::tr("segment %1 of %2").arg(*m_place + 1).arg(count)
                   : SegmentTexts::tr("no segment here");
}

engine::Interval SegmentInSight::span() const
{
    return m_prediction.segments().at(m_place.value());
}

QStringList SegmentInSight::labelNames() const
{
    return m_document.hasVideo() ? m_document.labels().names : QStringList();
}

std::vector<double> SegmentInSight::labels() const
{
    if (!m_place || hidesLabels() || !m_document.hasVideo())
        return {};
    const engine::FeatureMatrix& labels = m_document.labels().rows.features;
    if (*m_place >= labels.rows)
        return {};
    const auto row = labels.row(*m_place);
    return {row.begin(), row.end()};
}

std::pair<std::size_t, std::size_t> SegmentInSight::words() const
{
    if (!m_place || !m_document.hasVideo())
        return {};
    return engine::wordsOf(span(), m_document.words().intervals);
}

QStringList SegmentInSight::texts() const
{
    const auto [first, last] = words();
    QStringList texts;
    for (std::size_t word = first; word < last && !hidesWords(); ++word)
        texts << QString::fromStdString(m_document.words().texts[word]);
    return texts;
}

}
