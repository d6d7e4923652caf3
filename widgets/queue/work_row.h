#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QStyledItemDelegate>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace widgets {

/// What became of an entry.
struct WorkMarks {
    bool isDone = false;
    bool isFlagged = false; ///< to be looked at again, or not to be judged

    friend bool operator==(const WorkMarks&, const WorkMarks&) = default;
};

/// One entry of a list that is worked off, as the list shows it. An entry with a score is tall: it has a
/// large picture with its value, and its reason in two lines. An entry with a time has one line: time, title,
/// value, reason, below those of the other entries.
struct WorkRow {
    enum class Tone { Plain, Attention, Caution };
    QString title; ///< `talk1 · 2`
    QString reason; ///< why the entry is in the list: `raters +1 … −2`
    Tone tone = Tone::Plain; ///< of the reason
    WorkMarks marks;
    QString video; ///< the video whose picture is shown, where the list has a picture for each
    QString value = {}; ///< `+2`
    QString kind = {}; ///< what the entry may be: `sign flipped`
    std::optional<double> score = std::nullopt; ///< 0…1, as a bar
    QString when = {}; ///< `0:12`

    friend bool operator==(const WorkRow&, const WorkRow&) = default;
};

/// The entries as a list.
class WorkModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Pictures of rows that change are forgotten.
    void setRows(std::vector<WorkRow> rows);
    void setMarks(std::size_t row, const WorkMarks& marks);
    /// Where the picture of a video comes from.
    void setPictures(std::function<QImage(const QString& video)> pictures)
    {
        m_pictures = std::move(pictures);
    }
    /// The picture of one row, in the place of its video's.
    void setPicture(std::size_t row, const QImage& picture);
    const WorkRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QImage picture(int row) const;
    /// The longest texts of all rows, by which columns are as wide everywhere.
    const WorkRow& widest() const { return m_widest; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void tell(std::size_t row);

    std::vector<WorkRow> m_rows;
    std::function<QImage(const QString&)> m_pictures;
    std::map<int, QImage> m_own; ///< pictures of single rows
    WorkRow m_widest; ///< no entry: its texts are of several
};

/// Draws a row: a picture, the title, why the entry is in the list; a tick where it is done, a flag
/// where it is flagged.
class WorkDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
