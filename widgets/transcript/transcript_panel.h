#pragma once

#include "widgets/transcript/transcript_word.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace widgets {

class DoubtfulList;
class TranscriptStates;
class TranscriptText;

/// The Transcript tab: what there is to do, how many words have times, the running text, the word in hand.
class TranscriptPanel : public QWidget {
    Q_OBJECT
public:
    explicit TranscriptPanel(QWidget* parent = nullptr);

    TranscriptText& text() { return *m_text; }
    TranscriptStates& states() { return *m_states; }
    DoubtfulList& doubtful() { return *m_doubtful; }

    void setWords(std::vector<TranscriptWord> words);
    /// Shows this sentence in place of the text; empty: the text.
    void setAbsent(const QString& why);
    /// Why nothing can be typed, in a sentence; empty: it can.
    void setLocked(const QString& why);
    /// Describes a word at the foot of the panel.
    void showWord(const std::optional<TranscriptWord>& word);
    void setPlaying(bool playing);
    /// What is selected of the text. @param seconds  from the first word's start to the last one's end
    void setSelected(std::size_t words, double seconds);
    /// Says of how many words what was made of the earlier text does not fit; 0: nothing is said.
    void setNewer(std::size_t words);
    void setShowsDoubtful(bool shows); ///< the list of doubtful words

signals:
    void shown(); ///< nobody saw the panel before
    void loadWished();
    void typeWished(); ///< play, or go on playing, and type what is heard
    void pauseWished();
    void playWordWished();
    void realignWished(); ///< what is selected
    void acceptWished();
    void extractWished(); ///< phones and vectors of the words as they are now
    void alignAllWished(); ///< all words without times

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeHead();
    void makeFoot();
    void makeInvitation();
    void makeSelection();
    void makeNewer();
    void showInvitation();
    QPushButton* addButton(const QString& text, const char* name, QWidget* parent);

    QWidget* m_head;
    QWidget* m_foot;
    QWidget* m_selection; ///< what can be done to the selected words
    QLabel* m_selected = nullptr;
    QWidget* m_newer; ///< that phones and vectors are older than the words
    QLabel* m_newerText = nullptr;
    DoubtfulList* m_doubtful;
    QLabel* m_doubtfulKeys;
    QPushButton* m_alignAll = nullptr;
    QPushButton* m_load = nullptr;
    QPushButton* m_type = nullptr;
    QPushButton* m_playWord = nullptr;
    TranscriptStates* m_states;
    QStackedWidget* m_pages;
    QLabel* m_absent;
    QLabel* m_lock;
    QLabel* m_wordText = nullptr;
    TranscriptText* m_text;
    QWidget* m_invitation = nullptr; ///< over the text as long as it is empty
    bool m_isLocked = false;
    bool m_isPlaying = false;
};

}
