#include "widgets/predict/nearest_lists.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

enum NearestColumn { VideoColumn, TimeColumn, WordsColumn, ScoreColumn };
constexpr int kVideoRole = Qt::UserRole;
constexpr int kStartRole = Qt::UserRole + 1;

QString placeText(const NearestLists::Segment& segment)
{
    return NearestLists::tr("%1–%2 s").arg(shownNumber(segment.start, 1, 'f'),
                                           shownNumber(segment.end, 1, 'f'));
}

}

NearestLists::NearestLists(QWidget* parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_note(new QLabel(this))
    , m_sounds(makeTable("nearestSounds", tr("Sounds like this face looks")))
    , m_pictures(makeTable("nearestPictures", tr("Faces that look like this sounds")))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_head->setFont(large);
    m_head->setObjectName(QStringLiteral("nearestHead"));
    m_head->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("nearestNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(fontMetrics().height());
    for (QTableWidget* table : {m_sounds, m_pictures}) {
        auto* column = new QVBoxLayout;
        column->addWidget(sectionHead(table->accessibleName(), this));
        column->addWidget(table, 1);
        lists->addLayout(column, 1);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addLayout(lists, 1);
}

QTableWidget* NearestLists::makeTable(const char* name, const QString& spoken)
{
    auto* table = new QTableWidget(0, 4, this);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(spoken);
    table->setHorizontalHeaderLabels({tr("Video"), tr("Time"), tr("Words"), tr("Alike")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    QHeaderView* heads = table->horizontalHeader();
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {VideoColumn, TimeColumn, ScoreColumn})
        heads->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    heads->setSectionResizeMode(WordsColumn, QHeaderView::Stretch);
    const auto go = [this, table](int row, int) {
        const QTableWidgetItem* item = table->item(row, VideoColumn);
        emit segmentWished(item->data(kVideoRole).toString(), item->data(kStartRole).toDouble());
    };
    connect(table, &QTableWidget::cellClicked, this, go);
    connect(table, &QTableWidget::cellActivated, this, go);
    return table;
}

void NearestLists::fill(QTableWidget& table, const std::vector<Segment>& segments) const
{
    const Theme& theme = themeOf(palette());
    table.setRowCount(0);
    table.setRowCount(static_cast<int>(segments.size()));
    for (int row = 0; row < table.rowCount(); ++row) {
        const Segment& segment = segments[static_cast<std::size_t>(row)];
        auto* video = new QTableWidgetItem(segment.video);
        video->setData(kVideoRole, segment.video);
        video->setData(kStartRole, segment.start);
        auto* words = new QTableWidgetItem(segment.words);
        words->setForeground(theme.muted);
        words->setToolTip(segment.words);
        auto* score = new QTableWidgetItem(shownNumber(segment.score, 2, 'f'));
        score->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table.setItem(row, VideoColumn, video);
        table.setItem(row, TimeColumn, new QTableWidgetItem(placeText(segment)));
        table.setItem(row, WordsColumn, words);
        table.setItem(row, ScoreColumn, score);
    }
}

void NearestLists::show(const QString& model, const Segment& own, const std::vector<Segment>& sounds,
                        const std::vector<Segment>& pictures, int compared)
{
    m_head->setText(tr("Like %1, %2").arg(own.video, placeText(own)));
    m_note->setText(
        tr("%1 compared %n segment(s), as it learnt them: labelled ones, or windows. Its own picture and "
           "sound: %2. A click goes there.",
           nullptr, compared)
            .arg(model, shownNumber(own.score, 2, 'f')));
    fill(*m_sounds, sounds);
    fill(*m_pictures, pictures);
}

void NearestLists::showMessage(const QString& text)
{
    m_head->clear();
    m_note->setText(text);
    m_sounds->setRowCount(0);
    m_pictures->setRowCount(0);
}

}
