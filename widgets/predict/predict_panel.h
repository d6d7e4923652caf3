#pragma once

#include "engine/core/segment_input.h"
#include "widgets/predict/what_if.h"
#include "widgets/predict/why_section.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QLayout;
class QPushButton;

namespace widgets {

class AgainstChooser;
class CautionBanner;
class DisplayView;
class ModalityList;
class ModelChooser;
class SentimentScale;
class ValueBar;

/// Shows the model's answer for one segment beside the segment's label, what each modality adds to it, and
/// how edits changed it.
class PredictPanel : public QWidget {
    Q_OBJECT
public:
    explicit PredictPanel(QWidget* parent = nullptr);

    struct Output {
        QString name; ///< of the label
        double low = 0.0; ///< of its scale
        double high = 1.0;
        bool isPresence = false; ///< yes or no: any label above 0 is a yes
        double labelled(double label) const { return !isPresence || !(label > 0.0) ? label : 1.0; }
    };
    struct Model {
        std::vector<Output> outputs; ///< the one that matters most first
        QString scores; ///< how good it is, in a sentence
        std::array<bool, 3> modalities{true, true, true}; ///< whether it learnt from text, sound, vision
        bool isOfParts = false; ///< of parts, put together: no word can be tried
        bool areStrengths = false; ///< the strongest output heads an answer, and all have bars below
    };
    struct Answer {
        std::vector<float> values; ///< one per output
        std::array<std::optional<double>, 3>
            withoutModality; ///< change of the headline when text, sound, vision is off
        /// The headline for the words' times as the file has them, before any edit.
        std::optional<double> asRecorded;
        double milliseconds = 0.0; ///< from question to answer, as the user waited
        bool current = true; ///< false: a newer answer is on its way
        /// The headline with all modalities, where some are off.
        std::optional<double> allOn = {};
        std::vector<WhatIf::Change> tried = {}; ///< of the headline
        std::size_t headline = 0; ///< the output that is shown large
    };
    void setModel(const std::optional<Model>& model);
    void setSegment(const QString& title, const std::vector<double>& labels); ///< one per output; NaN: none
    void setAnswer(const std::optional<Answer>& answer);
    /// Shows a message in place of an answer: the worker is starting or was lost, or there is nothing to
    /// predict.
    void setMessage(const QString& message, bool attention);
    /// What the model wants that is not here, with the step that makes it on a button; an empty button: none.
    /// The sentence stands below an answer, too.
    void setLack(const QString& sentence, const QString& button);

    /// What must be known before the answers are read; empty: nothing. They are muted then.
    void setCaution(const QString& sentence, const QString& about);

    /// The modalities of the model, with their switches and parts.
    ModalityList& modalities() { return *m_modalities; }
    /// The list of models, in which the one that answers is chosen.
    ModelChooser& chooser() { return *m_chooser; }
    /// With which models it is compared.
    AgainstChooser& against() { return *m_against; }
    /// What those say of the headline.
    struct Other {
        double value = 0.0;
        double deviation = 0.0; ///< between several models; 0: one
        bool isCurrent = true;
    };
    /// @param problem  why there is no answer of one of them; empty: nothing is wrong
    void setOther(const std::optional<Other>& other, const QString& problem);
    /// What the model shows of itself.
    DisplayView& displays() { return *m_displays; }
    WhatIf& whatIf() { return *m_whatIf; }
    InteractionView& interaction() { return m_why->interaction(); }
    AttributionView& attribution() { return m_why->attribution(); }
    /// Of which output both tell why; the headline until a person chooses.
    std::size_t explainedOutput() const { return m_why->output(); }
    /// Whether the segment has a label that can take the headline.
    void setAcceptable(bool isAcceptable);
    /// Whether there is something to explain: a model of features answered.
    void setExplains(bool explains) { m_why->setVisible(explains); }

    QSize sizeHint() const override { return {330, 400}; }

signals:
    void explainedOutputChosen();
    void remedyWished(); ///< the step that setLack() names
    void cardWished(); ///< the model's, to be read
    void helpWished(); ///< the page of the guide about such answers
    void acceptWished(); ///< the headline is to become the label

private:
    QString number(double value) const; ///< of the headline
    const Output* headline() const; ///< null: no model is loaded
    void setHeadline(std::size_t output);
    std::size_t outputOfBar(std::size_t bar) const { return m_areStrengths ? bar : bar + 1; }
    void showWhatIf(const std::optional<Answer>& answer);
    QLayout* makeAgainst();

    ModelChooser* m_chooser;
    QLabel* m_segment;
    QLabel* m_message;
    CautionBanner* m_caution;
    QPushButton* m_card;
    QLabel* m_lack;
    QPushButton* m_remedy;
    SentimentScale* m_scale;
    QLabel* m_value;
    std::vector<Output> m_outputs;
    std::vector<double> m_labels; ///< of the segment, one per output; NaN: none
    bool m_areStrengths = false;
    bool m_isOfParts = false;
    std::size_t m_headline = 0;
    AgainstChooser* m_against;
    QLabel* m_other;
    QLabel* m_otherProblem;
    QPushButton* m_accept;
    QLabel* m_latency;
    ModalityList* m_modalities;
    WhySection* m_why;
    DisplayView* m_displays;
    QGridLayout* m_emotionLayout;
    QLabel* m_emotionHead;
    std::vector<ValueBar*> m_emotions;
    WhatIf* m_whatIf;
    QLabel* m_scores;
};

}
