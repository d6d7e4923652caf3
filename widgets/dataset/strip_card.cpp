#include "widgets/dataset/strip_card.h"

#include "widgets/base/elided_combo_box.h"
#include "widgets/dataset/labelled_values.h"
#include "widgets/dataset/segment_strip.h"
#include "widgets/dataset/small_button.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace widgets {

StripCard::StripCard(QWidget* parent)
    : PlotCard(tr("Nothing selected"), new SegmentStrip(parent), parent)
    , m_strip(static_cast<SegmentStrip*>(content()))
    , m_order(new ElidedComboBox(this))
    , m_flip(smallButton(tr("What would flip it?"), "whatWouldFlip", this))
    , m_content(std::make_shared<DatasetContent>())
    , m_selection(std::make_shared<std::vector<bool>>())
{
    m_order->setObjectName(QStringLiteral("stripOrder"));
    m_order->setAccessibleName(tr("What comes first in the strip"));
    m_order->addItems({tr("largest error first"), tr("largest difference first")});
    m_order->hide();
    addControl(m_order);
    connect(m_order, &QComboBox::activated, this, &StripCard::orderChanged);
    m_flip->setToolTip(
        tr("Segments, voices, faces and missing words with which the model would say the other "
           "sign of this segment"));
    addControl(m_flip);
    connect(m_flip, &QToolButton::clicked, this, [this] {
        if (const DatasetPlaces places = selected(); places.size() == 1)
            emit flipWished(places.front());
    });
    connect(m_strip, &SegmentStrip::selectionWished, this,
            [this](const DatasetPlaces& points, SelectionStep step) {
                const QScopedValueRollback keeps(m_keepsStrip, true); // more of its cards may be wished
                emit selectionWished(points, step);
            });
    connect(m_strip, &SegmentStrip::openWished, this, &StripCard::openWished);
    connect(m_strip, &SegmentStrip::playWished, this, &StripCard::playWished);
}

void StripCard::setContent(const DatasetContentPtr& content)
{
    m_content = content;
    m_order->setVisible(!content->otherModel.isEmpty());
    if (content->otherModel.isEmpty())
        m_order->setCurrentIndex(0);
}

DatasetPlaces StripCard::selected() const
{
    return worstFirst([this](std::size_t place) { return (*m_selection)[place]; });
}

DatasetPlaces StripCard::worstFirst(const std::function<bool(std::size_t)>& isWanted) const
{
    DatasetPlaces places;
    for (std::size_t i = 0; i < m_content->points.size(); ++i) {
        if (isWanted(i))
            places.push_back(i);
    }
    const bool byDifference = m_order->currentIndex() == 1;
    std::ranges::stable_sort(places, std::greater<>(), [&](std::size_t place) {
        const DatasetPoint& point = m_content->points[place];
        const double size = std::abs(byDifference ? point.difference() : point.error());
        return std::isnan(size) ? -1.0 : size;
    });
    return places;
}

void StripCard::setSelection(const std::shared_ptr<const std::vector<bool>>& selection, const QString& fold)
{
    m_selection = selection;
    const DatasetPlaces places = selected();
    m_flip->setVisible(places.size() == 1 && !m_content->areClasses()); // classes have no sign
    if (!m_keepsStrip)
        m_strip->setSegments(m_content,
                             places.empty()
                                 ? worstFirst([&](std::size_t i) { return m_content->points[i].isOf(fold); })
                                 : places);
    m_strip->setSelection(m_selection);
    setTitle(places.empty()
                 ? fold.isEmpty() ? tr("Nothing selected: all") : tr("Nothing selected: all of %1").arg(fold)
                 : tr("%n selected", nullptr, static_cast<int>(places.size())));
    setNote(note(places));
}

QString StripCard::note(const DatasetPlaces& places) const
{
    const QString first = m_content->areClasses() ? tr("least probable label first") + QStringLiteral(" · ")
        : m_order->isHidden()                     ? tr("largest error first") + QStringLiteral(" · ")
                                                  : QString();
    if (places.empty())
        return first
            + tr("click a point, drag around some, or click a cell, a slice or a class; Shift adds, Alt "
                 "takes "
                 "away");
    QString figures = labelledFigures(*m_content, places);
    if (!figures.isEmpty())
        figures += QStringLiteral(" · ");
    return figures + first + tr("label, prediction · Enter or a double click opens, Space plays");
}

}
