#pragma once

#include "engine/core/segment_input.h"
#include "engine/recipes/recipe.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace widgets {

class CoverageBar;

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
    struct Line {
        std::string key;
        QLabel* name;
        QToolButton* button;
        QLabel* number;
        CoverageBar* coverage;
    };
    enum class Kind { None, Functions, Fill };
    void rebuild(const std::vector<Row>& rows);
    QMenu* functionsMenu(const std::string& key, QToolButton* button);
    QMenu* fillMenu(const std::string& key, QToolButton* button);
    static void showFunctions(const Line& line, const engine::AlignStep& step);
    static void showFill(const Line& line, const engine::ImputeStep& step);

    QGridLayout* m_layout;
    Kind m_kind = Kind::None;
    std::vector<Line> m_lines;
};

}
