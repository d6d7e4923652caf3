#pragma once

#include "app/review/review.h"
#include "app/tasks/task.h"
#include "engine/agreement_reports/agreement_report.h"
#include "widgets/review/answer_panel.h"
#include "widgets/review/pass_form.h"

#include <QStackedWidget>
#include <QTimer>

namespace widgets {
class QueuePanel;

}

namespace app {

class Settings;

/// The Review tab: a form to begin or go on with a pass, then the segment in hand with its answers. It also
/// keeps the queue at the left up to date.
class ReviewTab : public QStackedWidget {
    Q_OBJECT
public:
    ReviewTab(Document& document, Editor& editor, LivePrediction& prediction, Tasks& tasks, Review& review,
              QWidget* parent = nullptr);

    widgets::QueuePanel& queue() { return *m_queue; } ///< for the window to put into a dock
    /// The label that keys 0 to 3 give now, as its place among the tier's; absent: the first, by 1 to 7.
    void setLabelMode(std::optional<std::size_t> label);
    void editComment();
    /// Proposes for the next pass the tier that is in hand, where its segments can be judged.
    void proposeTier(const TierName& tier);
    /// Puts the keyboard into the form, unless a pass goes on.
    void editForm();
    /// Shows a page of another part in the place of form and answers; null: its own again. It takes the page.
    void showGuest(QWidget* page);
    /// Where the views of others stand beside the answer; null until a pass was open.
    QWidget* othersView() const;
    /// The keys that the controls of the answer name.
    void setKeys(const widgets::AnswerPanel::Keys& keys);
    void setWordLooks(const widgets::WordLooks& looks); ///< of words of sets

signals:
    void commitWished();
    /// Segments are to be compared with each other: a new pass, or one that is gone on with.
    void comparisonWished(const widgets::PassForm::Choice& choice);
    void comparisonResumed(const QString& name);
    void writingEnded(); ///< a comment was left by a key: the keyboard is free

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makePanels();
    void makeScrolling(QWidget* content);
    void connectAnswers();
    void begin();
    void showForm();
    void showTiers();
    void showQueue();
    void showProgress();
    void showAnswer();
    void askForAgreement();
    void showAgreement(const std::vector<engine::AgreementReport>& reports);
    std::optional<widgets::GoldCard::Content> goldCard() const;
    void showSpoken();

    Document& m_document;
    Editor& m_editor;
    Task m_agreeing;
    Review& m_review;
    widgets::PassForm* m_form = nullptr; ///< made when it is first looked at
    widgets::AnswerPanel* m_answers = nullptr;
    widgets::QueuePanel* m_queue;
    widgets::AnswerPanel::Keys m_keys;
    widgets::WordLooks m_looks;
    std::optional<std::size_t> m_mode;
    TierName m_proposed; ///< until a pass begins
    QTimer m_agreementTimer; ///< figures follow when nothing was answered for a moment
    QString m_agreement; ///< `α 0.81`, of the first label; empty: nothing to tell
};

}
