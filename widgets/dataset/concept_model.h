#pragma once

#include "widgets/dataset/dataset_content.h"

#include <QAbstractTableModel>
#include <QPixmap>

#include <map>

namespace widgets {

/// A unit of a sparse code of a model's fusion layer (engine::Concepts), as it is shown.
struct ConceptUnit {
    /// A segment in which it is.
    struct Moment {
        std::size_t point = 0; ///< in DatasetContent
        double strength = 0.0;
    };
    std::size_t unit = 0;
    QString name; ///< that a person gave; empty: none
    double adds = 0.0; ///< to the prediction, on average where it is
    std::vector<Moment> moments; ///< the strongest first
    bool isMuted = false;
};

/// The units as rows. Those that change most predictions most, all their segments together, come first until
/// a person sorts otherwise.
class ConceptModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Muted, Name, Adds, Segments, Moments, Columns };
    /// Adds: the part of the largest change, −1…1, as double.
    enum Role { PartRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setUnits(const DatasetContentPtr& content, std::vector<ConceptUnit> units);
    /// @param why  why units cannot be muted; empty: they can
    void setWhyNotMuted(const QString& why);
    /// @param selection  as PointPlot::setSelection(): how much of it has a unit is said with the segments
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);
    void setPicture(std::size_t point, const QImage& picture);
    void forgetPictures();

    const ConceptUnit& unitAt(int row) const { return m_units[static_cast<std::size_t>(row)]; }
    const DatasetContent* content() const { return m_content.get(); }
    bool hasPicture(std::size_t point) const { return m_pictures.contains(point); }
    QPixmap picture(std::size_t point) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Sorts by a column, the other way round where it is sorted by it already.
    void sortBy(int column);
    void sort(int column, Qt::SortOrder order) override;

signals:
    void muteWished(std::size_t unit, bool isMuted); ///< by a person
    void nameWished(std::size_t unit, const QString& name); ///< by a person

private:
    QString text(const ConceptUnit& unit, int column) const;
    QString tip(const ConceptUnit& unit) const;
    std::size_t selectedIn(const ConceptUnit& unit) const;

    DatasetContentPtr m_content;
    std::vector<ConceptUnit> m_units;
    std::map<std::size_t, QPixmap> m_pictures;
    std::shared_ptr<const std::vector<bool>> m_marks;
    double m_largest = 1.0; ///< change
    QString m_whyNotMuted;
    int m_sortColumn = Moments;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

}
