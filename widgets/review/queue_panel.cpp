#include "widgets/review/queue_panel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

QueuePanel::QueuePanel(QWidget* parent)
    : QWidget(parent)
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_list(new WorkList(this))
    , m_nothing(new QWidget(this))
{
    setObjectName(QStringLiteral("queuePanel"));
    setAutoFillBackground(true);
    auto* title = new QLabel(tr("Review queue"), this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_progressText->setObjectName(QStringLiteral("passProgressText"));
    m_progressText->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setObjectName(QStringLiteral("passProgress"));
    m_progress->setAccessibleName(tr("Progress of the pass"));
    m_progressText->setToolTip(
        tr("Answers that the pass asks for. A segment may come a second time, so there can be more "
           "answers than segments."));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    m_list->setObjectName(QStringLiteral("queue"));
    m_list->setAccessibleName(tr("Review queue"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 10, 12, 8);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_progressText);
    auto* why = new QLabel(
        tr("No pass goes on. A pass leads through the segments that need a look, one after the other."),
        m_nothing);
    why->setWordWrap(true);
    why->setForegroundRole(QPalette::PlaceholderText);
    auto* begin = new QPushButton(tr("Begin a pass…"), m_nothing);
    begin->setObjectName(QStringLiteral("beginPass"));
    m_nothing->setProperty("panelButtons", true);
    auto* empty = new QVBoxLayout(m_nothing);
    empty->setContentsMargins(12, 12, 12, 12);
    empty->addWidget(why);
    empty->addWidget(begin, 0, Qt::AlignLeft);
    empty->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_list, 1);
    connect(begin, &QPushButton::clicked, this, &QueuePanel::beginRequested);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit placeChosen(static_cast<std::size_t>(index.row())); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { emit placeChosen(static_cast<std::size_t>(index.row())); });
    setQueue({});
}

void QueuePanel::setQueue(std::vector<WorkRow> rows)
{
    const bool isEmpty = rows.empty();
    m_list->rows().setRows(std::move(rows));
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    setProgress({}, std::nullopt, {});
}

void QueuePanel::setProgress(const std::vector<WorkMarks>& marks, std::optional<std::size_t> current,
                             const QString& agreement)
{
    const int count = m_list->rowCount();
    int finished = 0;
    for (std::size_t row = 0; row < std::min(marks.size(), static_cast<std::size_t>(count)); ++row) {
        m_list->rows().setMarks(row, marks[row]);
        finished += marks[row].isDone ? 1 : 0;
    }
    const QString progress = tr("%1 of %n answers", nullptr, count).arg(finished);
    m_progressText->setText(count == 0                ? QString()
                                : agreement.isEmpty() ? progress
                                                      : QStringLiteral("%1 · %2").arg(progress, agreement));
    m_progress->setRange(0, std::max(1, count));
    m_progress->setValue(finished);
    const QModelIndex index = current ? m_list->rows().index(static_cast<int>(*current)) : QModelIndex();
    if (m_list->currentIndex() != index) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
}

void QueuePanel::setFoot(QWidget* foot)
{
    layout()->addWidget(foot);
}

void QueuePanel::picturesChanged()
{
    m_list->viewport()->update();
}

}
