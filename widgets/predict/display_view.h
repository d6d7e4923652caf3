#pragma once

#include "engine/core/display_card.h"
#include "engine/core/tensor.h"
#include "widgets/predict/display_table.h"

#include <QWidget>

#include <map>
#include <string>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace widgets {

class DisplayCanvas;

/// Draws what a model shows of itself, as the model's display cards describe it: one display at a time. Of
/// axes for which the picture has no room, a person chooses an entry. The view itself knows no model.
class DisplayView : public QWidget {
    Q_OBJECT
public:
    explicit DisplayView(QWidget* parent = nullptr);

    /// @param outputs  names of the model's scores
    void setDisplays(std::vector<engine::DisplayCard> displays, const QStringList& outputs);
    /// Sets what the model shows for one segment. @param words  of the segment
    void setValues(std::map<std::string, engine::Tensor> values, const QStringList& words);
    /// The word under the playhead, counted within the segment.
    void setCurrentWord(std::optional<std::size_t> word);
    /// The display that stands under the timeline's words; empty: none.
    void setUnderWords(const QString& output);

signals:
    void underWordsWished(const QString& output); ///< empty: nothing is to stand there any more

private:
    const engine::DisplayCard* current() const;
    void choose();
    void removeSelectors();
    void makeSelectors(const DisplayLayout& layout, const engine::Tensor& output);
    void showDisplay();
    DisplayCanvas* canvasOf(DisplayForm form);

    std::vector<engine::DisplayCard> m_displays;
    QStringList m_outputs;
    std::map<std::string, engine::Tensor> m_values;
    QStringList m_words;
    std::optional<std::size_t> m_word;
    QString m_underWords;
    QString m_wanted; ///< the output that a person chose last
    std::map<std::pair<std::string, std::size_t>, int> m_choices; ///< by output and axis: an entry or kMean
    bool m_wantsHeatMap = false; ///< a person wants a heat map in place of a graph
    QComboBox* m_chooser;
    QHBoxLayout* m_selectorRow;
    std::vector<QComboBox*> m_selectors; ///< one per axis to choose from
    std::vector<std::string>
        m_selected; ///< the selectors' axes and entries; while these stay, the selectors are kept
    std::string m_selectedOutput; ///< the output that the selectors belong to
    QComboBox* m_form;
    QLabel* m_message;
    QVBoxLayout* m_canvases;
    std::map<DisplayForm, DisplayCanvas*> m_canvasOf;
    QCheckBox* m_under;
};

}
