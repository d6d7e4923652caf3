#include "app/timeline/segment_text_field.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/timeline/term_offer.h"
#include "widgets/base/scale_number.h"
#include "widgets/timeline/timeline_view.h"

#include <QShortcut>

#include <algorithm>

namespace app {

namespace {

constexpr int kLeastTextWidth = 90;

/// The first label of labelled segments, whose value is typed; empty where a text is.
QString labelTyped(const Document& document, const TierName& name)
{
    const engine::Tier* tier = name == kLabelsTier ? document.tier(name) : nullptr;
    return tier && !tier->labels.empty() ? QString::fromStdString(tier->labels.front().name) : QString();
}

/// The label whose terms are offered: a tier's first, where it has terms. Null: there is none.
const engine::LabelScheme* labelOfTerms(const Document& document, const TierName& name)
{
    const engine::Tier* tier = name == kWordsTier ? nullptr : document.tier(name);
    const bool hasTerms = tier && !tier->labels.empty()
        && std::holds_alternative<engine::Vocabulary>(tier->labels.front().scale);
    return hasTerms ? &tier->labels.front() : nullptr;
}

QString valueText(const engine::Segment& segment, const QString& label)
{
    const auto given = segment.values.find(label.toStdString());
    if (given == segment.values.end())
        return {};
    const double* number = std::get_if<double>(&given->second.value);
    return number ? widgets::shownNumber(*number, 4)
                  : QString::fromStdString(std::get<std::string>(given->second.value));
}

}

SegmentTextField::SegmentTextField(widgets::TimelineView& view, const widgets::Track& track,
                                   const Document& document, Editor& editor, const TierName& tier,
                                   std::size_t index)
    : QLineEdit(&view)
    , m_view(view)
{
    const engine::Interval span = document.spans(tier).at(index);
    const engine::SegmentId id = document.segmentId(tier, index);
    const QString label = labelTyped(document, tier);
    const engine::LabelScheme* ofTerms = labelOfTerms(document, tier);
    const engine::Segment& segment = *document.annotation().segment(id);
    QString before = label.isEmpty() ? QString::fromStdString(segment.text) : valueText(segment, label);
    const bool isTerm = label.isEmpty() && ofTerms && before.isEmpty(); // its text says nothing
    if (isTerm)
        before = valueText(segment, QString::fromStdString(ofTerms->name));
    setText(before);
    const QRect area = view.areaOf(&track);
    const int left = area.left() + static_cast<int>(view.scale().x(span.start));
    const int width
        = std::min(area.width(),
                   std::max(kLeastTextWidth, static_cast<int>(span.length() * view.scale().pixelsPerSecond)));
    setObjectName(QStringLiteral("wordText"));
    setAccessibleName(!label.isEmpty()         ? tr("Value of %1").arg(label)
                          : tier == kWordsTier ? tr("Text of the word")
                                               : tr("Text of the segment"));
    setGeometry(std::clamp(left, area.left(), area.left() + area.width() - width), area.top() + 1, width,
                sizeHint().height());
    selectAll();
    show();
    setFocus();
    connect(&view, &widgets::TimelineView::rowsScrolled, this,
            [this, &view, &track] { move(x(), view.areaOf(&track).top() + 1); });
    auto* cancel = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetShortcut);
    connect(cancel, &QShortcut::activated, this, &SegmentTextField::close);
    if (ofTerms)
        offer(std::get<engine::Vocabulary>(ofTerms->scale));
    const QString given = ofTerms ? QString::fromStdString(ofTerms->name) : label;
    connect(this, &QLineEdit::editingFinished, &editor,
            [this, &document, &editor, tier, id, label, given, isTerm] {
                const QString typed = text().trimmed();
                const auto term = m_offer && isModified() ? m_offer->meant(typed) : std::nullopt;
                blockSignals(true); // once
                deleteLater();
                const auto place = document.indexOf(tier, id);
                const bool isText = label.isEmpty() && !term && !(isTerm && typed.isEmpty());
                if (isText && !(isTerm && !isModified()))
                    editor.segments().retype(id, typed);
                else if (!isText && place && isModified())
                    editor.typeLabel(tier, *place, given, term.value_or(typed));
                m_view.setFocus();
            });
}

void SegmentTextField::offer(const engine::Vocabulary& terms)
{
    m_offer = new TermOffer(*this, terms);
    connect(m_offer, &TermOffer::chosen, this, [this](const QString& term) {
        setText(term);
        setModified(true);
        emit editingFinished();
    });
}

void SegmentTextField::close()
{
    blockSignals(true);
    deleteLater();
    m_view.setFocus();
}

}
