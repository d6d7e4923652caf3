#include "widgets/library/library_model.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr int kThumbnails = 2000; // of some 30 KiB

}

LibraryModel::LibraryModel(QObject* parent) : QAbstractListModel(parent), m_thumbnails(kThumbnails) { }

void LibraryModel::setEntries(const LibraryEntryList& entries)
{
    beginResetModel();
    m_entries = entries;
    m_shown.clear();
    m_shown.reserve(m_entries.size());
    m_thumbnails.clear();
    m_labelNames.clear();
    for (std::size_t place = 0; place < m_entries.size(); ++place)
        m_shown.push_back({static_cast<int>(place), {}});
    for (const LibraryEntryPtr& entry : m_entries.read())
        noteLabels(*entry);
    noteRows();
    endResetModel();
    emit entriesSet();
}

void LibraryModel::noteLabels(const LibraryEntry& entry)
{
    for (const QString& name : entry.labelNames) {
        if (!m_labelNames.contains(name))
            m_labelNames << name;
    }
}

void LibraryModel::updateEntries(const std::vector<LibraryEntryPtr>& entries)
{
    int first = rowCount();
    int last = -1;
    for (const LibraryEntryPtr& entry : entries) {
        const int place = m_entries.replace(entry);
        if (place < 0)
            continue;
        noteLabels(*entry);
        if (const int row = m_rowOf[static_cast<std::size_t>(place)]; row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first), index(last));
    emit entriesUpdated();
}

void LibraryModel::setRows(const std::vector<LibraryRow>& rows)
{
    if (rows == m_shown)
        return;
    beginResetModel();
    m_shown = rows;
    noteRows();
    endResetModel();
}

void LibraryModel::noteRows()
{
    m_rowOf.assign(m_entries.size(), -1);
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        m_rowOf[static_cast<std::size_t>(m_shown[row].entry)] = static_cast<int>(row);
}

void LibraryModel::setThumbnail(const QString& id, const QImage& image)
{
    m_thumbnails.insert(id, new QImage(image));
    const QModelIndex changed = indexOf(id);
    if (changed.isValid())
        emit dataChanged(changed, changed, {ThumbnailRole});
}

LibraryEntry LibraryModel::entryAt(int row) const
{
    return *m_entries[static_cast<std::size_t>(this->row(row).entry)];
}

QModelIndex LibraryModel::indexOf(const QString& id) const
{
    const int place = m_entries.placeOf(id);
    const int row = place < 0 ? -1 : m_rowOf[static_cast<std::size_t>(place)];
    return row < 0 ? QModelIndex() : index(row);
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LibraryEntryPtr held = m_entries[static_cast<std::size_t>(row(index.row()).entry)];
    const LibraryEntry& entry = *held;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return entry.id;
    case Qt::AccessibleDescriptionRole:
        return entryFigures(entry).join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(entry.id, entryFigures(entry).join(QLatin1Char('\n')));
    case EntryRole:
        return QVariant::fromValue(held);
    case HitRole:
        return QVariant::fromValue(row(index.row()).hit);
    case ThumbnailRole: {
        const QImage* image = m_thumbnails.object(entry.id);
        return image ? QVariant(*image) : QVariant();
    }
    default:
        return {};
    }
}

}
