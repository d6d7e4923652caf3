#include "app/document/segment_in_sight.h"

#include <QCoreApplication>

namespace app {

namespace {

struct SegmentTexts {
    Q_DECLARE_TR_FUNCTIONS(app::SegmentInSight)
};

}

QString SegmentInSight::nothingHere() const
{
    return m_document.spans(kLabelsTier).empty()
        ? SegmentTexts::tr(
            "This video has no labelled segments yet. “Make labelled segments” in the menu Label makes "
            "them; “Use as labelled segments” takes an imported tier.")
        : SegmentTexts::tr("Move the playhead onto a labelled segment.");
}

QString SegmentInSight::title() const
{
    const std::size_t count = m_document.spans(kLabelsTier).size();
    return place() ? SegmentTexts::tr("segment %1 of %2").arg(*place() + 1).arg(count)
                   : SegmentTexts::tr("no segment here");
}

engine::Interval SegmentInSight::span() const
{
    return m_document.spans(kLabelsTier).at(place().value());
}

QStringList SegmentInSight::labelNames() const
{
    return m_document.hasVideo() ? m_document.labels().names : QStringList();
}

std::vector<double> SegmentInSight::labels() const
{
    if (!place() || hidesLabels() || !m_document.hasVideo())
        return {};
    const engine::FeatureMatrix& labels = m_document.labels().rows.features;
    if (*place() >= labels.rows)
        return {};
    const auto row = labels.row(*place());
    return {row.begin(), row.end()};
}

std::pair<std::size_t, std::size_t> SegmentInSight::words() const
{
    if (!place() || !m_document.hasVideo())
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

Notice nothingToLabel(const Document& document)
{
    return document.spans(kLabelsTier).empty()
        ? Notice::withCommand(
            SegmentTexts::tr("This video has no labelled segments that a digit could label."),
            QStringLiteral("make-segments"))
        : Notice(SegmentTexts::tr("There is no labelled segment under the playhead."));
}

}
