#pragma once

#include "app/training/learn_choices.h"
#include "app/training/training_wish.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace widgets {
class LearnList;
class NeedsList;
class SourceList;

}

namespace app {

class SplitPart;

/// What is to be learnt, from what, and which videos it is judged by: the project's labels as they are now,
/// or a file of features. It says what is still missing.
class TrainingDataPage : public QWidget {
    Q_OBJECT
public:
    explicit TrainingDataPage(QWidget* parent = nullptr);

    void setMaterial(TrainingMaterial material);
    /// In the place of labels while these are counted, or where they cannot be read.
    void setMessage(const QString& text);
    /// What is still needed, for the form to put beside.
    widgets::NeedsList& needs() { return *m_needs; }
    /// Whether rows are words; otherwise words are no part of a recipe.
    void setRowsAreWords(bool areWords);
    /// Whether there are sequences, and no words for their rows.
    bool lacksWords() const
    {
        return m_material.words.empty() && !m_material.isPacked && !m_material.sources.empty();
    }

    /// Whether models of conversations find none in the project.
    bool lacksConversations() const;
    const SplitPart& split() const { return *m_split; }
    bool isOfProject() const; ///< and not a file of features
    bool learnsListeners() const; ///< the chosen label tells of who listens
    bool hasListeners() const { return m_material.hasListeners; }

    /// Puts what was chosen into a wish.
    void fill(TrainingWish& wish) const;
    QString whyNot() const; ///< empty: all that is required is there
    /// A split for a training without a test, where nothing but the test is missing; absent: there is one, or
    /// more is missing.
    std::optional<engine::FoldLists> foldsWithoutTest() const;
    /// Labelled segments that a training as wished here learns from; 0: that is not known.
    std::size_t learntSegments(const TrainingWish& wish) const;
    /// Folds to be kept in the project; absent: they are as they were.
    std::optional<engine::FoldLists> changedFolds() const;

    void setFile(const QString& file); ///< empty: the project's labels

signals:
    void changed();
    void labelWished(const QString& video, double start); ///< a segment is to be labelled; empty: any
    void sequencesWished(); ///< to be made

private:
    QWidget* makeLabels();
    QWidget* makeSources();
    void chooseFile();
    void showLabels();
    void showSources();
    void showNeeds();
    const engine::LabelToLearn* label() const;
    std::optional<OpenSegment> next() const; ///< to be labelled
    std::set<std::string> sources() const;

    TrainingMaterial m_material;
    bool m_rowsAreWords = true;
    bool m_areListeners = false; ///< whom the chosen label tells of
    QString m_message;
    std::vector<LearnChoice> m_choices; ///< by row
    widgets::LearnList* m_labels;
    widgets::SourceList* m_sources;
    SplitPart* m_split;
    widgets::NeedsList* m_needs;
    QLineEdit* m_file;
    QWidget* m_fileRow;
    QWidget* m_ofProject; ///< sources and split
};

}
