#include "app/main_window/table_panel.h"

#include "app/main_window/time_entry.h"
#include "app/session/session.h"
#include "widgets/table/segment_table.h"
#include "widgets/table/segment_table_model.h"

#include <QTabBar>
#include <QVBoxLayout>

#include <cmath>

namespace app {

using widgets::SegmentTableModel;

TablePanel::TablePanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_tiers(new QTabBar(this))
    , m_table(new widgets::SegmentTable(this))
{
    m_tiers->setObjectName(QStringLiteral("tableTiers"));
    m_tiers->setAccessibleName(tr("Tier"));
    m_tiers->setDrawBase(false);
    m_tiers->setExpanding(false);
    m_tiers->addTab(tr("Words"));
    m_tiers->addTab(tr("Segments"));
    m_table->setAccessibleName(tr("Words and segments"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tiers);
    layout->addWidget(m_table, 1);
    connect(m_tiers, &QTabBar::currentChanged, this, &TablePanel::showRows);
    const Document& document = session.document();
    for (const auto change : {&Document::videoChanged, &Document::projectChanged})
        connect(&document, change, this, &TablePanel::showRows);
    connect(&document, &Document::wordsChanged, this, &TablePanel::showRows);
    connect(&document, &Document::labelsChanged, this, &TablePanel::showRows);
    connect(&session.player(), &Player::positionChanged, this, &TablePanel::showPosition);
    connectTable();
}

TierRole TablePanel::role() const
{
    return m_tiers->currentIndex() == 0 ? TierRole::Words : TierRole::Labels;
}

void TablePanel::connectTable()
{
    connect(m_table, &widgets::SegmentTable::rowChosen, this, [this](std::size_t row) {
        const auto& spans = m_session.document().spans(role());
        if (row < spans.size())
            m_session.player().seek((spans[row].start + spans[row].end) / 2);
    });
    connect(m_table, &widgets::SegmentTable::removeRequested, this,
            [this](std::size_t row) { m_session.editor().remove(role(), row); });
    connect(&m_table->segments(), &SegmentTableModel::timeEdited, this, &TablePanel::editTime);
    connect(&m_table->segments(), &SegmentTableModel::textEdited, this,
            [this](std::size_t row, const QString& text) {
                m_session.editor().retype(m_session.document().segmentId(role(), row), text);
            });
    connect(&m_table->segments(), &SegmentTableModel::labelEdited, this, &TablePanel::editLabel);
}

void TablePanel::editTime(std::size_t row, bool atEnd, const QString& text)
{
    const auto time = parseTimeEntry(text);
    if (!time || time->frame)
        emit m_session.message(tr("“%1” is no time; write 75.5 or 1:15.5.").arg(text));
    else
        m_session.moveEdge(m_session.document().segmentId(role(), row), atEnd, time->seconds,
                           engine::EdgeMode::Follow, 0);
}

void TablePanel::editLabel(std::size_t row, const QString& label, const QString& text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (text.isEmpty())
        m_session.editor().setLabel(row, label, std::nullopt);
    else if (isNumber)
        m_session.editor().setLabel(row, label, value);
    else
        emit m_session.message(tr("“%1” is no number; %2 wants one, or nothing.").arg(text, label));
}

void TablePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRows();
}

void TablePanel::showRows()
{
    if (!isVisible())
        return; // shown as it is then, when somebody looks
    const Document& document = m_session.document();
    std::vector<SegmentTableModel::Row> rows;
    QStringList labels;
    if (document.hasVideo() && role() == TierRole::Words) {
        for (std::size_t i = 0; i < document.words().texts.size(); ++i)
            rows.push_back(
                {document.words().intervals[i], QString::fromStdString(document.words().texts[i]), {}});
    } else if (document.hasVideo()) {
        const LabelsView& view = document.labels();
        labels = view.names;
        for (std::size_t i = 0; i < view.ids.size(); ++i) {
            const engine::Segment* segment = document.annotation().segment(view.ids[i]);
            SegmentTableModel::Row row{
                view.rows.intervals[i], segment ? QString::fromStdString(segment->text) : QString(), {}};
            for (const float value : view.rows.features.row(i))
                row.labels.push_back(std::isnan(value) ? std::nullopt : std::optional<double>(value));
            rows.push_back(std::move(row));
        }
    }
    m_table->segments().setEditable(document.whyReadOnly().isEmpty());
    m_table->segments().setRows(std::move(rows), labels);
    showPosition();
}

void TablePanel::showPosition()
{
    if (!isVisible() || !m_session.document().hasVideo())
        return;
    const Document& document = m_session.document();
    const double seconds = m_session.player().position();
    const auto row = role() == TierRole::Words ? document.wordAt(seconds) : document.segmentAt(seconds);
    m_table->setCurrentSegment(row ? static_cast<int>(*row) : -1);
}

}
