#include "app/table/table_panel.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/timeline/time_entry.h"
#include "widgets/base/scale_number.h"
#include "widgets/table/segment_table.h"
#include "widgets/table/segment_table_model.h"

#include <QTabBar>
#include <QVBoxLayout>

#include <cmath>

namespace app {

using widgets::SegmentTableModel;

TablePanel::TablePanel(Document& document, Editor& editor, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_tiers(new QTabBar(this))
    , m_table(new widgets::SegmentTable(this))
{
    m_tiers->setObjectName(QStringLiteral("tableTiers"));
    m_tiers->setAccessibleName(tr("Tier"));
    m_tiers->setDrawBase(false);
    m_tiers->setExpanding(false);
    showTiers();
    m_table->setAccessibleName(tr("Words and segments"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tiers);
    layout->addWidget(m_table, 1);
    connect(m_tiers, &QTabBar::currentChanged, this, &TablePanel::showRows);
    for (const auto change : {&Document::wordsChanged, &Document::labelsChanged})
        connect(&document, change, this, [this](const QString& video) {
            if (m_document.isInSight(video))
                showRows();
        });
    for (const auto change : {&Document::videoChanged, &Document::projectChanged})
        connect(&document, change, this, [this] {
            showTiers();
            showRows();
        });
    connect(&document, &Document::tierChanged, this, [this](const QString& video) {
        if (!m_document.isInSight(video))
            return;
        showTiers();
        showRows();
    });
    connect(&player, &Player::positionChanged, this, &TablePanel::showPosition);
    connectTable();
}

TierName TablePanel::tier() const
{
    return m_tiers->tabData(m_tiers->currentIndex()).toString().toStdString();
}

/// A tab for each tier; the one that is chosen stays, where it is still there.
void TablePanel::showTiers()
{
    QStringList names{QString::fromStdString(kWordsTier), QString::fromStdString(kLabelsTier)};
    for (const engine::Tier* own : m_document.ownTiers()) {
        if (own->kind != engine::TierKind::Continuous)
            names << QString::fromStdString(own->name);
    }
    const QSignalBlocker silence(m_tiers);
    while (m_tiers->count() > names.size())
        m_tiers->removeTab(m_tiers->count() - 1);
    const QString chosen = QString::fromStdString(tier());
    for (int i = 0; i < names.size(); ++i) {
        const QString title = i == 0 ? tr("Words") : i == 1 ? tr("Segments") : names[i];
        if (i >= m_tiers->count())
            m_tiers->addTab(title);
        m_tiers->setTabText(i, title);
        m_tiers->setTabData(i, names[i]);
    }
    m_tiers->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, names.indexOf(chosen))));
}

void TablePanel::connectTable()
{
    connect(m_table, &widgets::SegmentTable::rowChosen, this, [this](std::size_t row) {
        const auto& spans = m_document.spans(tier());
        if (row < spans.size())
            m_player.seek((spans[row].start + spans[row].end) / 2);
    });
    connect(m_table, &widgets::SegmentTable::removeRequested, this,
            [this](std::size_t row) { m_editor.segments().remove(tier(), row); });
    connect(&m_table->segments(), &SegmentTableModel::timeEdited, this, &TablePanel::editTime);
    connect(&m_table->segments(), &SegmentTableModel::textEdited, this,
            [this](std::size_t row, const QString& text) {
                m_editor.segments().retype(m_document.segmentId(tier(), row), text);
            });
    connect(&m_table->segments(), &SegmentTableModel::labelEdited, this, &TablePanel::editLabel);
}

void TablePanel::editTime(std::size_t row, bool atEnd, const QString& text)
{
    const auto time = parseTimeEntry(text);
    if (!time || time->frame)
        m_document.notices().say(tr("“%1” is no time; write 75.5 or 1:15.5.").arg(text));
    else
        m_editor.segments().moveEdge(m_document.segmentId(tier(), row), atEnd, time->seconds,
                                     engine::EdgeMode::Follow, 0);
}

void TablePanel::editLabel(std::size_t row, const QString& label, const QString& text)
{
    m_editor.typeLabel(tier(), row, label, text);
}

void TablePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRows();
}

QStringList TablePanel::cellsOf(const engine::Tier& tier, const engine::Segment& segment) const
{
    QStringList cells;
    for (const engine::LabelScheme& label : tier.labels) {
        const auto given = segment.values.find(label.name);
        if (given == segment.values.end())
            cells << QString();
        else if (const double* number = std::get_if<double>(&given->second.value))
            cells << widgets::shownNumber(*number, 4);
        else
            cells << QString::fromStdString(std::get<std::string>(given->second.value));
    }
    return cells;
}

void TablePanel::showRows()
{
    if (!isVisible())
        return; // shown as it is then, when somebody looks
    std::vector<SegmentTableModel::Row> rows;
    QStringList labels;
    if (const engine::Tier* shown = m_document.tier(tier())) {
        for (const engine::LabelScheme& label : shown->labels)
            labels << QString::fromStdString(label.name);
        const auto& spans = m_document.spans(shown->name);
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const engine::Segment& segment
                = *m_document.annotation().segment(m_document.segmentId(shown->name, i));
            rows.push_back({spans[i], QString::fromStdString(segment.text), cellsOf(*shown, segment)});
        }
    }
    m_table->segments().setEditable(m_document.whyReadOnly().isEmpty());
    m_table->segments().setRows(std::move(rows), labels);
    showPosition();
}

void TablePanel::showPosition()
{
    if (!isVisible() || !m_document.hasVideo())
        return;
    const auto row = m_document.indexAt(tier(), m_player.position());
    m_table->setCurrentSegment(row ? static_cast<int>(*row) : -1);
}

}
