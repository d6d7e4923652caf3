#pragma once

#include "engine/core/segment_input.h"
#include "widgets/live/age_bar.h"
#include "widgets/live/live_output.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {

class CautionBanner;
class ElidedLabel;
class LiveBars;
class ModalitySwitch;
class ModelChooser;

/// What the model of a live session answers, what it goes by, how old that is, and where a recording goes.
class LivePanel : public QWidget {
    Q_OBJECT
public:
    explicit LivePanel(QWidget* parent = nullptr);

    ModelChooser& chooser() { return *m_chooser; }
    LiveBars& bars() { return *m_bars; }
    /// What the model answers; no answer yet.
    void setOutputs(const std::vector<LiveOutput>& outputs);

    /// What the model was learnt from, in a few words.
    void setLearntFrom(const QString& text);
    /// What must be known before the answers are read; empty: nothing.
    void setCaution(const QString& sentence, const QString& about);
    /// The strongest output, and what the answer is about. Empty: no answer yet.
    void setHeadline(const QString& strongest, const QString& about);
    /// In the place of an answer: why there is none.
    void setNote(const QString& note);
    void setMeansNote(const QString& note); ///< beside the head of the bars
    void setAge(const QString& now, const QString& ranks, std::vector<AgeBar::Part> parts);
    /// Which modalities the model takes at all.
    void setTaken(const engine::EnabledModalities& taken);
    void setEffect(engine::Modality modality, const QString& effect);
    engine::EnabledModalities enabled() const;
    void enableAll();
    /// Where the next recording is written.
    void setTarget(const QString& path);
    /// The last recording, of which a video can be made; empty: there is none.
    void setRecorded(const QString& file, const QString& note);
    void setSession(const QString& text); ///< beside Leave

signals:
    void modalitiesChosen(const engine::EnabledModalities& enabled);
    void notesWished(bool wanted); ///< beside recordings
    void targetWished(); ///< another folder
    void videoWished(); ///< the last recording is to become a video
    void leaveWished();
    void helpWished(); ///< the page of the guide about such answers

private:
    QWidget* makeModel();
    QWidget* makeSwitches();
    QWidget* makeTarget();
    QWidget* makeFoot();
    QWidget* gap();
    QWidget* row(QLabel* left, QLabel* right);

    ModelChooser* m_chooser;
    ElidedLabel* m_learnt;
    CautionBanner* m_caution;
    QLabel* m_strongest;
    ElidedLabel* m_about;
    QLabel* m_age;
    QLabel* m_answers; ///< the head of the bars
    QLabel* m_means;
    LiveBars* m_bars;
    std::array<ModalitySwitch*, 3> m_switches{};
    QLabel* m_ranks;
    AgeBar* m_ageBar;
    ElidedLabel* m_target;
    QCheckBox* m_notes;
    QLabel* m_recorded;
    QPushButton* m_makeVideo;
    QLabel* m_session;
};

}
