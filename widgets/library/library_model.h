#pragma once

#include "widgets/library/library_entry_list.h"
#include "widgets/library/library_order.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>

#include <vector>

namespace widgets {

/// The entries of the library. A search decides which are shown and in which order. Pictures are added one by
/// one, and dropped when there are too many.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        EntryRole = Qt::UserRole, ///< LibraryEntryPtr
        ThumbnailRole, ///< QImage; invalid until one was made
        HitRole ///< LibraryHit: what was found in the spoken words
    };
    explicit LibraryModel(QObject* parent = nullptr);

    /// Sets all entries; all are shown, in this order, until setRows().
    void setEntries(const LibraryEntryList& entries);
    /// Entries whose details became known or changed; unknown ids are passed over.
    void updateEntries(const std::vector<LibraryEntryPtr>& entries);
    void setRows(const std::vector<LibraryRow>& rows);
    void setThumbnail(const QString& id, const QImage& image); ///< a null image: none can be made

    const LibraryEntryList& entries() const { return m_entries; }
    const LibraryRow& row(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    LibraryEntry entryAt(int row) const;
    QModelIndex indexOf(const QString& id) const; ///< invalid for one that is not shown
    /// The names of all labels that some entry has.
    const QStringList& labelNames() const { return m_labelNames; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    void entriesSet();
    void entriesUpdated();

private:
    void noteRows();
    void noteLabels(const LibraryEntry& entry);

    LibraryEntryList m_entries;
    std::vector<LibraryRow> m_shown;
    std::vector<int> m_rowOf; ///< of each entry; negative: it is not shown
    QStringList m_labelNames;
    QCache<QString, QImage> m_thumbnails;
};

}
