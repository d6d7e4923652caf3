#include "widgets/predict/nearest_lists.h"

#include "widgets/base/icons.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

enum NearestColumn { PlayColumn, VideoColumn, TimeColumn, WordsColumn, ScoreColumn };
constexpr int kWideList = 50; ///< characters that a list needs beside the other

QString placeText(const NearestLists::Segment& segment)
{
    return NearestLists::tr("%1–%2 s").arg(shownNumber(segment.start, 1, 'f'),
                                           shownNumber(segment.end, 1, 'f'));
}

bool isPlayKey(const QKeyEvent& event)
{
    const bool isOneOfThem
        = event.key() == Qt::Key_Space || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isOneOfThem && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

}

NearestLists::NearestLists(QWidget* parent)
    : QWidget(parent)
    , m_playOwn(makePlay())
    , m_head(new QLabel(this))
    , m_note(new QLabel(this))
    , m_sounds{makeTable("nearestSounds", tr("Sounds like this face looks")), {}}
    , m_pictures{makeTable("nearestPictures", tr("Faces that look like this sounds")), {}}
    , m_lists(new QBoxLayout(QBoxLayout::TopToBottom))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_head->setFont(large);
    m_head->setObjectName(QStringLiteral("nearestHead"));
    m_note->setObjectName(QStringLiteral("nearestNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_playOwn->setObjectName(QStringLiteral("nearestOwn"));
    m_playOwn->setFocusPolicy(Qt::TabFocus);
    m_playOwn->hide();
    connect(m_playOwn, &QToolButton::clicked, this, [this] { emit playWished(m_own); });
    auto* head = new QHBoxLayout;
    head->addWidget(m_playOwn);
    head->addWidget(m_head, 1);
    m_lists->setSpacing(fontMetrics().height() / 2);
    for (QTableWidget* table : {m_sounds.table, m_pictures.table}) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(sectionHead(table->accessibleName(), this));
        column->addWidget(table, 1);
        m_lists->addLayout(column, 1);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addSpacing(4);
    column->addLayout(m_lists, 1);
}

QTableWidget* NearestLists::makeTable(const char* name, const QString& spoken)
{
    auto* table = new QTableWidget(0, 5, this);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(spoken);
    table->setHorizontalHeaderLabels({QString(), tr("Video"), tr("Time"), tr("Words"), tr("Alike")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    QHeaderView* heads = table->horizontalHeader();
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heads->setHighlightSections(false);
    table->horizontalHeaderItem(ScoreColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {PlayColumn, VideoColumn, TimeColumn, ScoreColumn})
        heads->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    heads->setSectionResizeMode(WordsColumn, QHeaderView::Stretch);
    connect(table, &QTableWidget::cellClicked, this, [this, table](int row, int) {
        if (const Segment* segment = segmentAt(table, row))
            emit segmentWished(segment->video, segment->start);
    });
    table->installEventFilter(this);
    return table;
}

QToolButton* NearestLists::makePlay()
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // Space on the row does the same
    return button;
}

const NearestLists::Segment* NearestLists::segmentAt(const QTableWidget* table, int row) const
{
    const List& list = table == m_sounds.table ? m_sounds : m_pictures;
    return row >= 0 && row < static_cast<int>(list.segments.size())
        ? &list.segments[static_cast<std::size_t>(row)]
        : nullptr;
}

void NearestLists::fill(List& list, const std::vector<Segment>& segments)
{
    QTableWidget& table = *list.table;
    table.setRowCount(0);
    list.segments = segments;
    table.setRowCount(static_cast<int>(segments.size()));
    for (int row = 0; row < table.rowCount(); ++row) {
        const Segment& segment = segments[static_cast<std::size_t>(row)];
        auto* words = new QTableWidgetItem(segment.words);
        words->setToolTip(segment.words);
        auto* score = new QTableWidgetItem(shownNumber(segment.score, 2, 'f'));
        score->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QToolButton* button = makePlay();
        connect(button, &QToolButton::clicked, this, [this, segment, &table, row] {
            table.setCurrentCell(row, VideoColumn);
            emit playWished(segment);
        });
        table.setItem(row, PlayColumn, new QTableWidgetItem);
        table.setCellWidget(row, PlayColumn, button);
        table.setItem(row, VideoColumn, new QTableWidgetItem(segment.video));
        table.setItem(row, TimeColumn, new QTableWidgetItem(placeText(segment)));
        table.setItem(row, WordsColumn, words);
        table.setItem(row, ScoreColumn, score);
    }
    if (table.rowCount() > 0) // the keys begin here
        table.setCurrentCell(0, VideoColumn, QItemSelectionModel::NoUpdate);
}

void NearestLists::show(const QString& model, const Segment& own, const std::vector<Segment>& sounds,
                        const std::vector<Segment>& pictures, int compared)
{
    m_own = own;
    m_playing.reset();
    m_head->setText(tr("Like %1, %2").arg(own.video, placeText(own)));
    m_note->setText(
        tr("%1 compared %n segment(s), as it learnt them: labelled ones, or windows. Its own picture and "
           "sound: %2. A click goes there; Space plays.",
           nullptr, compared)
            .arg(model, shownNumber(own.score, 2, 'f')));
    m_playOwn->show();
    fill(m_sounds, sounds);
    fill(m_pictures, pictures);
    showRows();
}

void NearestLists::showMessage(const QString& text)
{
    m_head->clear();
    m_note->setText(text);
    m_playOwn->hide();
    m_playing.reset();
    fill(m_sounds, {});
    fill(m_pictures, {});
}

void NearestLists::setPlaying(const std::optional<Segment>& segment)
{
    m_playing = segment;
    showRows();
}

void NearestLists::showRows()
{
    showOn(*m_playOwn, m_own);
    for (const List* list : {&m_sounds, &m_pictures}) {
        for (int row = 0; row < list->table->rowCount(); ++row) {
            list->table->item(row, WordsColumn)->setForeground(themeOf(palette()).muted);
            if (auto* button = qobject_cast<QToolButton*>(list->table->cellWidget(row, PlayColumn)))
                showOn(*button, list->segments[static_cast<std::size_t>(row)]);
        }
    }
}

void NearestLists::showOn(QToolButton& button, const Segment& segment) const
{
    const bool plays = m_playing == segment;
    const Theme& theme = themeOf(palette());
    button.setIcon(plays ? icon(QStringLiteral("pause"), theme.accent)
                         : icon(QStringLiteral("play"), theme.text));
    const QString what
        = (plays ? tr("Stop %1, %2") : tr("Play %1, %2")).arg(segment.video, placeText(segment));
    button.setToolTip(what);
    button.setAccessibleName(what);
}

/// Space and Enter play the row, Esc closes: in the lists they are no commands of the window.
bool NearestLists::eventFilter(QObject* watched, QEvent* event)
{
    const auto* table = qobject_cast<QTableWidget*>(watched);
    if (!table || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.key() == Qt::Key_Escape && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    const Segment* segment = segmentAt(table, table->currentRow());
    if (!segment || !isPlayKey(key))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && !key.isAutoRepeat())
        emit playWished(*segment);
    return true;
}

void NearestLists::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeWished();
    else
        QWidget::keyPressEvent(event);
}

void NearestLists::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() > 2 * kWideList * fontMetrics().averageCharWidth();
    m_lists->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void NearestLists::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showRows();
}

}
