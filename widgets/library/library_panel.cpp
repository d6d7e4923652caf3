#include "widgets/library/library_panel.h"

#include "widgets/base/icons.h"
#include "widgets/base/plain_labels.h"
#include "widgets/base/theme.h"
#include "widgets/library/entry_delegate.h"
#include "widgets/library/entry_view.h"
#include "widgets/library/filter_popup.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kThumbnailsMs = 30; // a list that is scrolled fast asks for what stays in sight
constexpr int kSearchAgainMs = 400;

QString howToSearch()
{
    const std::pair<const char*, QString> rows[]{
        {"film", LibraryPanel::tr("in name, speaker, fold or spoken words")},
        {"\"a film\"", LibraryPanel::tr("these words together")},
        {"/lo+ve/", LibraryPanel::tr("a regular expression")},
        {"sentiment&gt;1 happy&gt;=2", LibraryPanel::tr("some segment has these labels")},
        {"fold:test speaker:ada id:ada_1", LibraryPanel::tr("exactly these")},
        {"with:bert people:2", LibraryPanel::tr("participants of its conversation")},
        {"missing:vision", LibraryPanel::tr("no rows of it; also text, sound, labels, media")},
        {"longer:10 shorter:60", LibraryPanel::tr("length in seconds")},
        {"seen:prediction",
         LibraryPanel::tr("seen before an answer; also explanation, suggestion, other, suspect")}};
    QString text = QStringLiteral("<p>%1</p><table cellspacing='4'>")
                       .arg(LibraryPanel::tr("Everything that is written has to hold:"));
    for (const auto& [form, meaning] : rows)
        text += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>").arg(QLatin1String(form), meaning);
    return text + QStringLiteral("</table>");
}

}

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new LibraryModel(this))
    , m_search(new QLineEdit(this))
    , m_filterButton(new QToolButton(this))
    , m_popup(new FilterPopup(this))
    , m_problem(new QLabel(this))
    , m_view(new EntryView(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("library"));
    setAutoFillBackground(true);
    makeSearchRow();
    makeList();
    m_problem->setObjectName(QStringLiteral("libraryProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_count->setObjectName(QStringLiteral("libraryCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_search, 1);
    row->addWidget(m_filterButton);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(10, 10, 10, 8);
    top->addLayout(row);
    top->addWidget(m_problem);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(14, 7, 14, 7);
    foot->addWidget(m_count);
    layout->addLayout(foot);

    m_thumbnails.setSingleShot(true);
    m_thumbnails.setInterval(kThumbnailsMs);
    connect(&m_thumbnails, &QTimer::timeout, this, &LibraryPanel::askForThumbnails);
    m_searchAgain.setSingleShot(true);
    m_searchAgain.setInterval(kSearchAgainMs);
    connect(&m_searchAgain, &QTimer::timeout, this, &LibraryPanel::search);
    connect(&m_searching, &LibrarySearch::finished, this, &LibraryPanel::showRows);
    connect(m_model, &LibraryModel::entriesSet, this, [this] {
        m_thumbnails.start();
        setCurrent(m_current); // the rows are others, the video may be the same
        if (m_query.isEmpty() && m_order == LibraryOrder())
            m_searching.stop(); // all are there, as they are
        else
            search();
        showCount();
    });
    connect(m_model, &LibraryModel::entriesUpdated, this, [this] {
        m_thumbnails.start(); // some turned out to have no picture
        if (!m_searchAgain.isActive() && (!m_query.isEmpty() || m_order.needsReading()))
            m_searchAgain.start();
    });
    showCount();
}

void LibraryPanel::makeSearchRow()
{
    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setPlaceholderText(tr("Find a video, a word, a label…"));
    m_search->setAccessibleName(tr("Find in the library"));
    setRichToolTip(m_search, howToSearch());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_filterButton->setObjectName(QStringLiteral("chip"));
    m_filterButton->setProperty("filterButton", true);
    m_filterButton->setAccessibleName(tr("Filter and sort"));
    m_filterButton->setToolTip(tr("Filter and sort the library"));
    m_filterButton->setIcon(icon(QStringLiteral("filter"), themeOf(palette()).text));
    m_filterButton->setCheckable(true);
    m_filterButton->setFocusPolicy(Qt::TabFocus);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPanel::editText);
    connect(m_filterButton, &QToolButton::clicked, this, &LibraryPanel::showFilter);
    connect(m_popup, &FilterPopup::filterEdited, this, [this](const LibraryFilter& filter) {
        m_search->setText(filter.appliedTo(m_search->text(), firstLabel()));
    });
    connect(m_popup, &FilterPopup::orderEdited, this, [this](const LibraryOrder& order) {
        setOrder(order);
        emit orderChosen(order);
    });
    connect(m_popup, &FilterPopup::cleared, this, [this] {
        m_search->clear();
        m_popup->setFilter({});
    });
}

void LibraryPanel::makeList()
{
    m_view->setObjectName(QStringLiteral("libraryList"));
    m_view->setAccessibleName(tr("Videos of the dataset"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EntryDelegate(this));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!m_settingCurrent && current.isValid())
                    choose(current);
            });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& at) {
        const QModelIndex index = m_view->indexAt(at);
        if (index.isValid())
            emit menuWished(m_model->entryAt(index.row()).id, m_view->viewport()->mapToGlobal(at));
    });
    // The entry that is open already can be chosen for another place in it.
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        if (index.isValid())
            emit playRequested(m_current);
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) {
        const LibraryHit hit = m_model->row(index.row()).hit;
        const QString& id = m_model->entryAt(index.row()).id;
        if (m_current == id && m_currentAtPress == id && hit.isSpoken())
            emit placeChosen(m_current, m_model->entryAt(index.row()).words.startAt(hit.start));
        if (m_current == id)
            emit playRequested(m_current);
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_thumbnails.start(); });
}

void LibraryPanel::setDatasetName(const QString& name)
{
    m_name = name;
    showCount();
}

void LibraryPanel::setCurrent(const QString& id)
{
    m_current = id;
    const QScopedValueRollback settingCurrent(m_settingCurrent, true);
    const QModelIndex index = m_model->indexOf(id);
    m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
}

void LibraryPanel::setOrder(const LibraryOrder& order)
{
    m_order = order;
    m_popup->setOrder(order);
    m_searchIsNew = true;
    search();
}

void LibraryPanel::editText(const QString& text)
{
    m_query = LibraryQuery(text);
    m_filterButton->setChecked(!LibraryFilter::of(text, firstLabel()).isEmpty());
    showProblem(m_query.problem());
    if (!m_query.problem().isEmpty()) {
        m_searching.stop(); // what was found last stays in sight
        return;
    }
    m_searchIsNew = true;
    search();
}

void LibraryPanel::search()
{
    m_searchAgain.stop();
    if (m_query.problem().isEmpty())
        m_searching.start(m_model->entries(), m_query, m_order);
}

/// Hiding the current entry must not open another one.
void LibraryPanel::showRows(const std::vector<LibraryRow>& rows)
{
    const int scrolled = m_view->verticalScrollBar()->value();
    {
        const QScopedValueRollback settingCurrent(m_settingCurrent, true);
        m_model->setRows(rows);
        m_view->setCurrentIndex(m_model->indexOf(m_current));
    }
    if (std::exchange(m_searchIsNew, false)) {
        m_view->scrollTo(m_model->indexOf(m_current));
    } else {
        m_view->doItemsLayout();
        m_view->verticalScrollBar()->setValue(scrolled); // only details were read meanwhile
    }
    m_thumbnails.start();
    showCount();
    QString unknown;
    for (const QString& label : m_query.labels()) {
        const auto& names = m_model->labelNames();
        const bool isKnown = std::any_of(names.begin(), names.end(), [&](const QString& name) {
            return LibraryQuery::isSameLabel(label, name);
        });
        if (!isKnown)
            unknown = names.isEmpty() ? tr("No video has labels.")
                                      : tr("No video has a label “%1”; there are: %2.")
                                            .arg(label, names.join(QStringLiteral(", ")));
    }
    showProblem(unknown);
}

void LibraryPanel::showProblem(const QString& problem)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, themeOf(palette()).attention);
    m_problem->setPalette(colours);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void LibraryPanel::showFilter()
{
    m_filterButton->setChecked(!LibraryFilter::of(m_search->text(), firstLabel()).isEmpty());
    m_popup->setChoices(m_model->entries().folds(), firstLabel());
    m_popup->setFilter(LibraryFilter::of(m_search->text(), firstLabel()));
    m_popup->setOrder(m_order);
    m_popup->adjustSize();
    m_popup->move(m_filterButton->mapToGlobal(QPoint(0, m_filterButton->height() + 4)));
    m_popup->show();
}

void LibraryPanel::choose(const QModelIndex& index)
{
    const LibraryEntry& entry = m_model->entryAt(index.row());
    const LibraryHit hit = m_model->row(index.row()).hit;
    const double seconds = entry.words.startAt(hit.start);
    m_current = entry.id;
    emit entryChosen(m_current);
    if (hit.isSpoken())
        emit placeChosen(m_current, seconds);
}

void LibraryPanel::askForThumbnails()
{
    if (m_model->rowCount() == 0 || !m_view->isVisible())
        return;
    const QRect sight = m_view->viewport()->rect();
    const int first = std::max(0, m_view->indexAt(sight.topLeft()).row());
    const QModelIndex below = m_view->indexAt(sight.bottomLeft());
    const int last = below.isValid() ? below.row() : m_model->rowCount() - 1;
    QStringList wanted;
    for (int row = first; row <= last; ++row) {
        const LibraryEntry& entry = m_model->entryAt(row);
        if (entry.hasMedia && entry.hasPicture
            && !m_model->data(m_model->index(row), LibraryModel::ThumbnailRole).isValid())
            wanted << entry.id;
    }
    emit thumbnailsWanted(wanted);
}

QString LibraryPanel::neighbour(int step) const
{
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + step : 0;
    return row >= 0 && row < m_model->rowCount() ? m_model->entryAt(row).id : QString();
}

void LibraryPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// From the field Down goes into the list, Return opens what was found first, Esc empties it.
bool LibraryPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonPress)
        m_currentAtPress = m_current;
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (m_model->rowCount() == 0 || (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter))
        return QWidget::eventFilter(watched, event);
    m_view->setFocus(Qt::TabFocusReason);
    if (key != Qt::Key_Down || !m_view->currentIndex().isValid()) {
        const QModelIndex first = m_model->index(0);
        if (m_view->currentIndex() == first)
            choose(first);
        else
            m_view->setCurrentIndex(first);
    }
    return true;
}

void LibraryPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_filterButton->setIcon(icon(QStringLiteral("filter"), themeOf(palette()).text));
}

void LibraryPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_thumbnails.start();
}

void LibraryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_thumbnails.start();
}

void LibraryPanel::showCount()
{
    const int shown = m_model->rowCount();
    const int all = static_cast<int>(m_model->entries().size());
    const QString count
        = shown == all ? tr("%n video(s)", nullptr, all) : tr("%1 of %2 videos").arg(shown).arg(all);
    m_count->setText(m_name.isEmpty() ? count : tr("%1 · %2").arg(m_name, count));
}

QString LibraryPanel::firstLabel() const
{
    return m_model->labelNames().isEmpty() ? QString() : m_model->labelNames().front();
}

}
