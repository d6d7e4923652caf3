#pragma once

#include "engine/core/interval.h"
#include "engine/core/segment_input.h"
#include "widgets/base/word_chips.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace widgets {

class RowBars;
class ValueScale;

/// What lies under the playhead: the segment with its labels, the word with the rows that it received per
/// modality.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);

    /// A label of the segment: its scale, and its value.
    struct Label {
        QString name;
        int least = -3; ///< whole numbers that hold the scale
        int greatest = 3;
        std::optional<double> value; ///< absent: nobody labelled it
        friend bool operator==(const Label&, const Label&) = default;
    };
    /// A label whose values are sets of words.
    struct WordSet {
        QString name;
        QStringList list; ///< words that are proposed
        bool isClosed = false; ///< no others are taken
        std::optional<QStringList> words; ///< absent: nobody answered
        friend bool operator==(const WordSet&, const WordSet&) = default;
    };
    struct Segment {
        QString title; ///< `ada_1 · segment 2`
        engine::Interval interval;
        QString text;
        std::vector<Label> labels; ///< sentiment first
        std::vector<std::pair<QString, QString>> terms; ///< labels that are words, with their values
        bool editable = true;
        std::vector<WordSet> wordSets = {};
    };
    /// Frames that a word received of one sequence, and the row that they became.
    struct WordModality {
        engine::Modality modality = engine::Modality::Text;
        QString sequence;
        std::size_t sourceRows = 0; ///< 0: nothing received, the row is imputed
        engine::Interval covered;
        std::vector<float> row; ///< the aligned row
        std::vector<float> relative; ///< values within the range of each dimension, 0…1, for drawing
        QStringList names; ///< one per dimension, where they are known
        QString namesFrom; ///< the set that the names are from, where the file has none
    };
    struct Word {
        QString text;
        engine::Interval interval;
        bool edited = false; ///< times differ from the file's
        std::vector<WordModality> modalities;
        bool isTimed = true; ///< otherwise it only lies between its neighbours
        bool isDraft = false; ///< the word itself was guessed
        bool isDoubtful = false;
        std::optional<double> confidence = std::nullopt; ///< 0…1
        QString doubt = {}; ///< why it is doubtful or a draft
    };
    /// @param nothing  what to do where there is no segment, in a sentence; empty: no video is open
    void setSegment(const std::optional<Segment>& segment, const QString& nothing = {});
    void setWord(const std::optional<Word>& word);
    void setWordLooks(const WordLooks& looks); ///< of words of sets
    /// Whether what counts as seconds are steps of features without a clip. It holds from the next segment
    /// and word on.
    void setCountsSteps(bool steps) { m_countsSteps = steps; }

    QSize sizeHint() const override { return {330, 400}; }

signals:
    void wordsChosen(const QString& label, const std::optional<QStringList>& words); ///< by a person
    /// A person chose a value. @param value  absent: it is to be removed
    void valueChosen(const QString& label, std::optional<double> value);

private:
    void makeScales(const std::vector<Label>& labels);
    void showWordSets(const std::vector<WordSet>& sets, bool areEditable);

    QLabel* m_title;
    QLabel* m_times;
    QLabel* m_text;
    QLabel* m_labels; ///< values that the scales cannot show, or why there are none
    QVBoxLayout* m_scales;
    QLabel* m_firstHead = nullptr; ///< above the first scale; also says what lies between its steps
    std::vector<Label> m_shown; ///< that the scales were made for, without values
    std::vector<ValueScale*> m_valueScales; ///< one per label; null where the scale has too many steps
    QVBoxLayout* m_wordSets;
    std::vector<WordSet> m_shownSets; ///< that the chips were made for, without words
    std::vector<WordChips*> m_chips;
    WordLooks m_looks;
    QLabel* m_word;
    QLabel* m_wordTimes;
    struct ModalityRow {
        QLabel* name;
        QLabel* rows;
        RowBars* bars;
    };
    std::vector<ModalityRow> m_modalities;
    bool m_countsSteps = false;
};

/// The values of one aligned row as bars.
class RowBars : public QWidget {
    Q_OBJECT
public:
    RowBars(engine::Modality modality, QWidget* parent);
    void setRow(const InspectorPanel::WordModality& row);
    const std::vector<float>& row() const { return m_shown.relative; }
    /// The column at a place, with its value and whose name it has. Empty beside the bars.
    QString tipAt(QPointF place) const;
    QSize sizeHint() const override { return {200, 34}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    static constexpr int kMargin = 2; ///< pixels around the bars
    bool isImputed() const { return m_shown.sourceRows == 0; }
    double step() const;

    engine::Modality m_modality;
    InspectorPanel::WordModality m_shown;
};

}
