#pragma once

#include "app/training/training_material.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace widgets {
class SplitBar;
}

namespace app {

/// Which labelled videos are learnt from, stop a training, and judge it: drawn, as given, or as a person
/// drags them. Videos that belong together are moved together.
class SplitPart : public QWidget {
    Q_OBJECT
public:
    /// @param head  the line above, which the buttons stand in
    SplitPart(QHBoxLayout* head, QWidget* parent);

    /// Emits nothing. @param material  has to last until the next call
    void setMaterial(const TrainingMaterial& material);
    /// Whose labelled videos they are; null: none is chosen. What a person changed stays. Emits nothing.
    /// @param label  has to last until the next call
    void setLabel(const engine::LabelToLearn* label);

    const engine::FoldLists& folds() const { return m_split.folds; }
    bool isAsGiven() const { return !m_isChanged && m_split.way == TrainingSplit::Way::AsGiven; }
    /// Folds to be kept in the project; absent: they are as they were.
    std::optional<engine::FoldLists> changedFolds() const;
    /// Conversations that the part train has videos of.
    std::size_t trainedConversations() const;
    void drawByVideo(); ///< as a click does

signals:
    void changed(); ///< by a person

private:
    void draw();
    void show();
    void move(const QString& video, const QString& part);
    void take();

    const TrainingMaterial* m_material = nullptr;
    const engine::LabelToLearn* m_label = nullptr;
    TrainingSplit m_split;
    bool m_isChanged = false; ///< by a person
    widgets::SplitBar* m_splitBar;
    QButtonGroup* m_ways;
    QPushButton* m_again;
};

}
