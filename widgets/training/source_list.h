#pragma once

#include "engine/core/segment_input.h"
#include "widgets/training/form_rows.h"

#include <optional>
#include <vector>

namespace widgets {

class SourceModel;

/// A sequence of features that a model can learn from, as a row shows it.
struct SourceRow {
    QString name; ///< `Word vectors`
    QString detail; ///< `word_vectors`, `100 columns`
    engine::Modality modality = engine::Modality::Text;
    std::optional<int> covered = std::nullopt; ///< segments with values; absent: not counted yet
    int total = 0;
    QString note = {}; ///< `4 segments without a face: filled with zeros`
    bool isChecked = false;

    friend bool operator==(const SourceRow&, const SourceRow&) = default;
};

/// From what is learnt: sequences in rows with a box to tick, by mouse or by Space, at most one of each
/// modality.
class SourceList : public FormRows {
    Q_OBJECT
public:
    explicit SourceList(QWidget* parent = nullptr);

    /// Emits nothing.
    void setRows(std::vector<SourceRow> rows);
    const std::vector<SourceRow>& rows() const;

signals:
    void changed(); ///< which are ticked; only by the user

protected:
    int rowHeight() const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void toggle(const QModelIndex& index);

    SourceModel* m_model;
};

}
