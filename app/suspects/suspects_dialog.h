#pragma once

#include "app/suspects/suspect_verdicts.h"
#include "engine/suspects/suspects.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

/// The queue of suspicious labels: what models that have not seen a segment's video say against its label or
/// its data, the most suspicious first, and what a person says of each. It does not block the window.
class SuspectsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SuspectsDialog(QWidget* parent = nullptr);

    /// @param verdicts  what people said before; a segment with one is left out as long as its label is the
    ///                  same, or for ever
    void setSuspects(const engine::Suspects& suspects, const std::map<std::string, SuspectVerdict>& verdicts);
    void setVerdicts(const std::map<std::string, SuspectVerdict>& verdicts);
    /// A search goes on. @param progress  0…1; absent: none does
    void setProgress(std::optional<double> progress);
    void setProblem(const QString& problem); ///< of the last search; empty: none
    /// Why nothing may be shown or said; empty: it may.
    void setWhyNot(const QString& why);

signals:
    void searchWished();
    void stopWished();
    void segmentWished(const engine::Suspect& suspect); ///< is to be opened and played
    void verdictWished(const engine::Suspect& suspect, app::Verdict verdict);
    void reviewWished(const std::vector<engine::Suspect>& suspects); ///< all in sight

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void showState();
    bool isWanted(const engine::Suspect& suspect) const;
    const engine::Suspect* current() const;
    bool takeKey(const QKeyEvent& event); ///< @return whether it is one of the verdicts'
    void give(Verdict verdict);
    void addVerdict(const QString& text, const char* name, Verdict verdict, const QString& tip);

    engine::Suspects m_suspects;
    std::map<std::string, SuspectVerdict> m_verdicts;
    std::optional<double> m_progress;
    QString m_problem;
    QString m_whyNot;
    std::vector<std::size_t> m_shown; ///< places in m_suspects

    QLabel* m_head;
    QComboBox* m_kinds;
    QTreeWidget* m_rows;
    QLabel* m_reason;
    QProgressBar* m_bar;
    QPushButton* m_search;
    QPushButton* m_review;
    std::vector<QPushButton*> m_verdictButtons;
};

}
