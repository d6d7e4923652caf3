#include "widgets/library/library_model.h"

namespace widgets {

void LibraryModel::setEntries(std::vector<LibraryEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_rows.clear();
    m_thumbnails.clear();
    for (std::size_t row = 0; row < m_entries.size(); ++row)
        m_rows.insert(m_entries[row].id, static_cast<int>(row));
    endResetModel();
}

void LibraryModel::updateEntry(const LibraryEntry& entry)
{
    const QModelIndex changed = indexOf(entry.id);
    if (!changed.isValid())
        return;
    m_entries[static_cast<std::size_t>(changed.row())] = entry;
    emit dataChanged(changed, changed);
}

void LibraryModel::setThumbnail(const QString& id, const QImage& image)
{
    m_thumbnails.insert(id, image);
    const QModelIndex changed = indexOf(id);
    if (changed.isValid())
        emit dataChanged(changed, changed, {ThumbnailRole});
}

QModelIndex LibraryModel::indexOf(const QString& id) const
{
    const auto found = m_rows.constFind(id);
    return found == m_rows.constEnd() ? QModelIndex() : index(*found);
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LibraryEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.id;
    case Qt::AccessibleDescriptionRole:
        return tr("%1, %2, %n segment(s)", nullptr, static_cast<int>(entry.sentiments.size()))
            .arg(entry.speaker, entry.fold);
    case EntryRole:
        return QVariant::fromValue(entry);
    case ThumbnailRole: {
        const auto found = m_thumbnails.constFind(entry.id);
        return found == m_thumbnails.constEnd() ? QVariant() : QVariant(*found);
    }
    case SearchRole:
        return entry.id + QLatin1Char(' ') + entry.speaker + QLatin1Char(' ') + entry.fold + QLatin1Char(' ')
            + entry.words;
    default:
        return {};
    }
}

}
