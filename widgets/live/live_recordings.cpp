#include "widgets/live/live_recordings.h"

#include "widgets/base/elided_label.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

enum RecordingColumn { NameColumn, LengthColumn, SizeColumn };

QString lengthText(double seconds)
{
    const int whole = static_cast<int>(std::lround(seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QTableWidgetItem* numberItem(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

}

LiveRecordings::LiveRecordings(QWidget* parent)
    : QWidget(parent)
    , m_folder(new ElidedLabel({}, this))
    , m_none(new QLabel(tr("Nothing was recorded yet. R begins a recording, K keeps the last 10 s."), this))
    , m_table(new QTableWidget(0, 3, this))
{
    setObjectName(QStringLiteral("liveRecordings"));
    setAutoFillBackground(true);
    m_folder->setForegroundRole(QPalette::PlaceholderText);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setObjectName(QStringLiteral("noRecordings"));
    m_table->setObjectName(QStringLiteral("recordingTable"));
    m_table->setAccessibleName(tr("Recordings"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Length"), tr("Size")});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFocusPolicy(Qt::TabFocus); // after a click R, M and K are still the session's
    QHeaderView* heads = m_table->horizontalHeader();
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heads->setHighlightSections(false);
    heads->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    heads->setSectionResizeMode(LengthColumn, QHeaderView::ResizeToContents);
    heads->setSectionResizeMode(SizeColumn, QHeaderView::ResizeToContents);
    for (const int column : {LengthColumn, SizeColumn})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int) { open(row); });
    connect(m_table, &QTableWidget::itemActivated, this, [this](QTableWidgetItem* item) {
        if (m_table->hasFocus()) // by a key: a click has opened it already
            open(item->row());
    });
    auto* hint
        = new QLabel(tr("A click opens one as a video, with the answers and marks of its session."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(7);
    column->addWidget(sectionHead(tr("In this folder"), this));
    column->addWidget(m_folder);
    column->addWidget(m_none);
    column->addWidget(m_table, 1);
    column->addWidget(hint);
    setRecordings({}, {});
}

void LiveRecordings::setRecordings(const QString& folder, const std::vector<Recording>& recordings)
{
    m_recordings = recordings;
    m_folder->setText(folder);
    m_folder->setToolTip(folder);
    m_none->setVisible(recordings.empty());
    m_table->setRowCount(static_cast<int>(recordings.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Recording& recording = recordings[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem(recording.name);
        name->setToolTip(recording.hasAnswers ? tr("%1, with answers").arg(recording.path) : recording.path);
        m_table->setItem(row, NameColumn, name);
        m_table->setItem(row, LengthColumn, numberItem(lengthText(recording.seconds)));
        m_table->setItem(
            row, SizeColumn,
            numberItem(locale().formattedDataSize(recording.bytes, 0, QLocale::DataSizeSIFormat)));
    }
}

void LiveRecordings::open(int row)
{
    if (row >= 0 && row < static_cast<int>(m_recordings.size())) {
        const Recording recording = m_recordings[static_cast<std::size_t>(row)]; // the list may change by it
        emit openWished(recording);
    }
}

}
