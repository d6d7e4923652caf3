#include "widgets/library/library_panel.h"

#include "widgets/library/entry_delegate.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace widgets {

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new LibraryModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("library"));
    setAutoFillBackground(true);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(LibraryModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setPlaceholderText(tr("Find a video, a word, a speaker…"));
    m_search->setAccessibleName(tr("Find in the library"));
    m_search->setClearButtonEnabled(true);

    auto* delegate = new EntryDelegate(this);
    m_view->setObjectName(QStringLiteral("libraryList"));
    m_view->setAccessibleName(tr("Videos of the dataset"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(delegate);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);

    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(10, 10, 10, 8);
    top->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(14, 7, 14, 7);
    foot->addWidget(m_count);
    layout->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, &LibraryPanel::filter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LibraryPanel::showCount);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (m_settingCurrent || !current.isValid())
                    return;
                m_current = current.data().toString();
                emit entryChosen(m_current);
            });
    connect(delegate, &EntryDelegate::thumbnailWanted, this, &LibraryPanel::thumbnailWanted);
    showCount();
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
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(id));
    m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
}

/// Hiding the current entry must not open another one.
void LibraryPanel::filter(const QString& text)
{
    {
        const QScopedValueRollback settingCurrent(m_settingCurrent, true);
        m_proxy->setFilterFixedString(text);
    }
    setCurrent(m_current);
    showCount();
}

QString LibraryPanel::neighbour(int step) const
{
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + step : 0;
    return row >= 0 && row < m_proxy->rowCount() ? m_proxy->index(row, 0).data().toString() : QString();
}

void LibraryPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPanel::showCount()
{
    const int shown = m_proxy->rowCount();
    const int all = m_model->rowCount();
    const QString count
        = shown == all ? tr("%n video(s)", nullptr, all) : tr("%1 of %2 videos").arg(shown).arg(all);
    m_count->setText(m_name.isEmpty() ? count : tr("%1 · %2").arg(m_name, count));
}

}
