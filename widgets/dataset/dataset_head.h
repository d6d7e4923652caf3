#pragma once

#include "widgets/dataset/dataset_marks.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace widgets {

class ElidedComboBox;
class ElidedLabel;
class ModelChooser;

/// What is known of a model over the open dataset, and what goes on.
struct DatasetState {
    enum class Kind {
        Nothing, ///< the model was not asked yet, or cannot be
        Running,
        Stopped, ///< some segments are still to be asked about
        Whole,
        Stale, ///< model or data are others by now
        Failed,
    };
    Kind kind = Kind::Nothing;
    QString text; ///< a sentence: how far, why it failed, what has changed
    double progress = 0.0; ///< 0…1, while running
    bool mayRun = true; ///< there are a model and a dataset that it can be asked about

    friend bool operator==(const DatasetState&, const DatasetState&) = default;
};

/// The head of the dataset view: which model, what absent means, which output, by what points are coloured,
/// run and stop; at the right what is selected, and what can be done with it.
class DatasetHead : public QWidget {
    Q_OBJECT
public:
    explicit DatasetHead(QWidget* parent = nullptr);

    ModelChooser& models() { return *m_models; }
    void setOutputs(const QStringList& outputs, int current); ///< never emits
    /// Which folds there are, in the order in which they are offered, before *all*; the one that is current.
    /// @param note  tool tip; never emits
    void setFolds(const QStringList& folds, const QString& current, const QString& note);
    MarkBy markBy() const;
    /// Whether the model can hide modalities; where it cannot, and that was chosen, the mean is.
    void setHidingOffered(bool isOffered);
    QString absent() const; ///< `mean`, `zero`, `marginal`, `mask`
    void setState(const DatasetState& state);
    void setStateDetails(const QString& details); ///< tool tip of the state
    /// @param count  selected of `all` segments @param what  how they were selected
    void setSelected(std::size_t count, std::size_t all, const QString& what);
    void setWhyNoQueue(const QString& why); ///< why nothing can be sent to a queue; empty: it can

signals:
    void absentChosen(const QString& absent);
    void outputChosen(int output);
    void foldChosen(const QString& fold); ///< empty: all
    void markByChosen(widgets::MarkBy by);
    void runWished();
    void stopWished();
    void sendWished();
    void clearWished();
    void exportWished();

private:
    QWidget* makeSelection();
    void showSend();

    ModelChooser* m_models;
    ElidedComboBox* m_absent;
    ElidedComboBox* m_outputs;
    ElidedComboBox* m_folds;
    ElidedComboBox* m_marks;
    QPushButton* m_run;
    QToolButton* m_export;
    QProgressBar* m_progress;
    ElidedLabel* m_state;
    QWidget* m_selection;
    ElidedLabel* m_selected;
    QPushButton* m_send;
    DatasetState::Kind m_kind = DatasetState::Kind::Nothing;
    std::size_t m_count = 0;
    QString m_whyNoQueue;
};

}
