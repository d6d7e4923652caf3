#include "app/timeline/segment_text_field.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "widgets/timeline/timeline_view.h"

#include <QShortcut>

#include <algorithm>

namespace app {

namespace {

constexpr int kLeastTextWidth = 90;

}

SegmentTextField::SegmentTextField(widgets::TimelineView& view, const widgets::Track& track,
                                   const Document& document, Editor& editor, const TierName& tier,
                                   std::size_t index)
    : QLineEdit(&view)
    , m_view(view)
{
    const engine::Interval span = document.spans(tier).at(index);
    const engine::SegmentId id = document.segmentId(tier, index);
    setText(QString::fromStdString(document.annotation().segment(id)->text));
    view.ensureVisible(span.start);
    const QRect area = view.areaOf(&track);
    const int left = area.left() + static_cast<int>(view.scale().x(span.start));
    const int width
        = std::max(kLeastTextWidth, static_cast<int>(span.length() * view.scale().pixelsPerSecond));
    setObjectName(QStringLiteral("wordText"));
    setAccessibleName(tier == kWordsTier ? tr("Text of the word") : tr("Text of the segment"));
    setGeometry(std::clamp(left, area.left(), area.right() - width), area.top() + 1, width,
                sizeHint().height());
    selectAll();
    show();
    setFocus();
    auto* cancel = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetShortcut);
    connect(cancel, &QShortcut::activated, this, &SegmentTextField::close);
    connect(this, &QLineEdit::editingFinished, &editor, [this, &editor, id] {
        const QString typed = text().trimmed();
        blockSignals(true); // once
        deleteLater();
        editor.retype(id, typed);
        m_view.setFocus();
    });
}

void SegmentTextField::close()
{
    blockSignals(true);
    deleteLater();
    m_view.setFocus();
}

}
