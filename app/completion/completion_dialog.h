#pragma once

#include "app/completion/completion_words.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSlider;

namespace widgets {
class WorkKeys;

}

namespace app {

class DraftList;

/// Completing a tier: what can be completed and from what, how sure that is, and the doubtful suggestions to
/// walk through. It shows what it is given and announces what a person wishes.
class CompletionDialog : public QDialog {
    Q_OBJECT
public:
    explicit CompletionDialog(QWidget* parent = nullptr);

    /// What is shown.
    struct Shown {
        QString subject; ///< the tier and the video
        QString whyNot; ///< why nothing can be done now; empty: it can
        std::vector<engine::CompletionOffer> offers;
        QStringList sequences; ///< that may be used
        std::optional<engine::Tier> tier;
        std::optional<engine::CompletionDraft> draft;
        std::vector<std::size_t> open; ///< rows of the draft
    };
    void setShown(const Shown& shown); ///< never emits
    void setProgress(std::optional<double> progress); ///< 0…1; absent: nothing runs
    void setProblem(const QString& problem); ///< why the last run gave nothing
    void setCurrentRow(std::size_t row); ///< of the draft

    std::set<std::string> usedSequences() const;
    std::size_t offer() const; ///< place of the chosen one
    bool learnsFromOthers() const;

signals:
    void runWished();
    void stopWished();
    void thresholdWished(double threshold);
    void rowOpened(std::size_t row); ///< is to be seen and heard
    void acceptWished(std::size_t row, const std::optional<std::variant<double, std::string>>& value);
    void rejectWished(std::size_t row);
    void acceptSureWished();
    void discardWished();

private:
    void makeRows();
    void connectAll();
    void showOffers();
    void fillRows();
    void showState();
    void acceptCurrent();
    void correctCurrent(int place);
    void openOtherThan(std::optional<std::size_t> answered);
    bool goToNext(); ///< and shows it. @return whether there is one
    double threshold() const;

    Shown m_shown;
    std::optional<double> m_progress;
    QString m_problem;
    widgets::WorkKeys* m_keys = nullptr;
    QLabel* m_head;
    QComboBox* m_offers;
    QListWidget* m_sequences;
    QCheckBox* m_others;
    QPushButton* m_run;
    QProgressBar* m_bar;
    QLabel* m_note;
    QSlider* m_threshold;
    QLabel* m_thresholdText;
    QPushButton* m_acceptSure;
    QComboBox* m_order;
    QCheckBox* m_all;
    DraftList* m_rows;
    QPushButton* m_accept;
    QComboBox* m_values;
    QPushButton* m_correct;
    QPushButton* m_reject;
    QPushButton* m_discard;
};

}
