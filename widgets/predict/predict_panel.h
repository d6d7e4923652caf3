#pragma once

#include "engine/core/segment_input.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace widgets {

class DisplayView;
class ModalitySwitch;
class ModelChooser;
class SentimentScale;
class ValueBar;

/// The model's answer for one segment beside its label, live; what each modality adds; what an edit changed.
class PredictPanel : public QWidget {
    Q_OBJECT
public:
    explicit PredictPanel(QWidget* parent = nullptr);

    struct Output {
        QString name; ///< of the label
        double low = 0.0; ///< of its scale
        double high = 1.0;
    };
    struct Model {
        std::vector<Output> outputs; ///< the one that matters most first
        QString scores; ///< how good it is, in a sentence
        std::array<bool, 3> modalities{true, true, true}; ///< that it learnt from
    };
    struct Answer {
        std::vector<float> values; ///< one per output
        std::array<std::optional<double>, 3>
            withoutModality; ///< change of the first output when text, sound, vision is off
        std::optional<double> asRecorded; ///< the first output with the times of the file, before any edit
        double milliseconds = 0.0; ///< from question to answer, as the user waited
        bool current = true; ///< false: a newer answer is on its way
    };
    void setModel(const std::optional<Model>& model);
    void setSegment(const QString& title, const std::vector<double>& labels); ///< of the outputs; NaN: none
    void setAnswer(const std::optional<Answer>& answer);
    /// Shown in place of an answer: the worker starts, was lost, or there is nothing to predict.
    void setMessage(const QString& message, bool attention);

    std::array<bool, 3> enabledModalities() const;
    void toggleModality(engine::Modality modality); ///< as a click on its switch

    /// The list of models, and which one answers.
    ModelChooser& chooser() { return *m_chooser; }
    /// What the model shows of itself.
    DisplayView& displays() { return *m_displays; }

    QSize sizeHint() const override { return {330, 400}; }

signals:
    void modalitiesChosen(const std::array<bool, 3>& enabled);

private:
    QString number(double value) const; ///< of the first output
    void showWhatIf(const std::optional<Answer>& answer);

    ModelChooser* m_chooser;
    QLabel* m_segment;
    QLabel* m_message;
    SentimentScale* m_scale;
    QLabel* m_value;
    std::optional<Output> m_first;
    QLabel* m_latency;
    std::array<ModalitySwitch*, 3> m_switches{};
    DisplayView* m_displays;
    QGridLayout* m_emotionLayout;
    QLabel* m_emotionHead;
    std::vector<ValueBar*> m_emotions;
    QLabel* m_whatIf;
    QLabel* m_scores;
};

}
