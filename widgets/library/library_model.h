#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QImage>

#include <array>
#include <vector>

namespace widgets {

/// One video of the dataset, as the library shows it.
struct LibraryEntry {
    QString id;
    QString speaker;
    QString fold; ///< empty: in no fold
    double duration = -1.0; ///< seconds; negative: not known yet
    bool hasMedia = false;
    QString mediaPath;
    bool hasPicture = true;
    std::array<float, 3> coverage{0, 0, 0}; ///< text, sound, vision: part of the time with rows, 0…1
    std::vector<float> sentiments; ///< one per labelled segment, in time order
    QString words; ///< what is said, for the search

    friend bool operator==(const LibraryEntry&, const LibraryEntry&) = default;
};

/// The entries of the library; pictures come later and one by one.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        EntryRole = Qt::UserRole, ///< LibraryEntry
        ThumbnailRole, ///< QImage; invalid as long as nobody made one
        SearchRole ///< everything that the search looks at
    };
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<LibraryEntry> entries);
    void updateEntry(const LibraryEntry& entry);
    void setThumbnail(const QString& id, const QImage& image); ///< a null image: there is none to be had
    const std::vector<LibraryEntry>& entries() const { return m_entries; }
    QModelIndex indexOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<LibraryEntry> m_entries;
    QHash<QString, int> m_rows;
    QHash<QString, QImage> m_thumbnails;
};

}

Q_DECLARE_METATYPE(widgets::LibraryEntry)
