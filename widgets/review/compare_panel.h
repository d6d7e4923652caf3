#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace widgets {

/// Clips beside each other and what is asked about them: which of two, or the best and the worst of a few. A
/// digit answers, 0 is a tie of two, a letter plays a clip.
class ComparePanel : public QWidget {
    Q_OBJECT
public:
    explicit ComparePanel(QWidget* parent = nullptr);

    struct Content {
        QString title; ///< `anna · which of two`
        QString progress; ///< `12 pairs answered`
        QString question; ///< what the next digit says
        QStringList clips; ///< titles, or texts, from left to right; none: there is nothing to answer
        bool areTexts = false; ///< of one clip, which plays at each of them
        std::optional<int> best; ///< that was chosen already, of best and worst
        bool takesTies = false;
        bool canGoBack = false; ///< an answer can be taken back
    };
    void setContent(const Content& content); ///< never emits
    /// Marks the clip that plays. @param clip  absent: none does
    void setPlaying(std::optional<int> clip);

signals:
    void clipChosen(int clip); ///< from 0; -1: a tie
    void playWished(int clip);
    void backWished();
    void scoresWished();
    void leaveWished();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeClips(int count, bool areTexts);
    bool takes(const QKeyEvent& event) const;

    Content m_content;
    bool m_areTexts = false; ///< what the buttons were made for
    QLabel* m_title;
    QLabel* m_progress;
    QLabel* m_question;
    QGridLayout* m_grid;
    std::vector<QPushButton*> m_plays;
    std::vector<QPushButton*> m_choices;
    QPushButton* m_tie;
    QPushButton* m_back;
    QPushButton* m_scores;
    QPushButton* m_leave;
};

}
