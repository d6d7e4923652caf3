#pragma once

#include "engine/core/segment_input.h"
#include "engine/recipes/recipe.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace widgets {

/// How the chosen step treats each sequence, and what the video in sight gets by it: collapse functions with
/// rows per target and coverage, or the filling with the number of filled rows.
class SequenceGrid : public QWidget {
    Q_OBJECT
public:
    struct Row {
        std::string key;
        std::optional<engine::Modality> modality; ///< absent: no colour of its own
        QString rows; ///< `6–51`, or the number of filled rows; empty: not known
        std::optional<double> coverage; ///< 0…1
        QString detail; ///< tool tip
        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit SequenceGrid(QWidget* parent = nullptr);
    /// @param step  an align or impute step; others show nothing
    void setStep(const engine::RecipeStep* step, const std::vector<Row>& rows);

signals:
    /// Absent: as all others.
    void functionsChosen(const std::string& key,
                         const std::optional<std::vector<engine::CollapseFunction>>& functions);
    void fillChosen(const std::string& key, engine::Fill fill);

private:
    QWidget* functionsButton(const engine::AlignStep& step, const std::string& key);
    QWidget* fillButton(const engine::ImputeStep& step, const std::string& key);

    QGridLayout* m_layout;
    std::optional<engine::RecipeStep> m_step;
    std::vector<Row> m_rows;
};

}
