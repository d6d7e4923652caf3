#pragma once

#include "widgets/queue/work_list.h"
#include "widgets/transcript/transcript_word.h"

#include <optional>
#include <vector>

namespace widgets {

/// The words that somebody should listen to: when, which, how sure, and why. Up and down walk through them;
/// A accepts one, X rejects it, Enter goes to the next and plays it, a double click plays.
class DoubtfulList : public WorkList {
    Q_OBJECT
public:
    explicit DoubtfulList(QWidget* parent = nullptr);

    /// Lists the doubtful ones among these. The row in hand stays where it was.
    void setWords(const std::vector<TranscriptWord>& words);
    /// Takes the row of this word in hand; a word without a row changes nothing.
    void setCurrentWord(std::optional<std::size_t> word);

    QSize sizeHint() const override;

signals:
    void wordChosen(std::size_t word); ///< by a person
    void playWished(std::size_t word);
    void acceptWished(const std::vector<std::size_t>& words);
    void rejectWished(const std::vector<std::size_t>& words);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    std::optional<std::size_t> wordIn(int row) const;
    std::vector<std::size_t> selectedWords() const; ///< in order
    bool goToNext(); ///< @return whether there is one

    std::vector<std::size_t> m_words; ///< of each row
    bool m_isUpdating = false;
};

}
