#pragma once

#include "app/rendering/render_wish.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace widgets {
class NumberBox;
}

namespace app {

/// What a video can be made of, of the recording in sight.
struct RenderOffer {
    QString video;
    double duration = 0.0; ///< seconds
    std::optional<engine::Interval> selection; ///< seconds; absent: nothing is selected
    std::optional<engine::Interval> loop; ///< seconds; absent: nothing is repeated
    double recordedRate = 0.0; ///< frames a second; 0: there is no picture
    bool hasSound = false;
    bool hasAnswers = false; ///< a model answers
    bool hasWords = false;
    bool isDark = true; ///< the window's theme
    struct OfferedTrack {
        QString name; ///< of the object
        QString title;
        bool isShown = true; ///< in the timeline now
    };
    QList<OfferedTrack> tracks; ///< from top to bottom
};

/// *Render to video…*: which span, how large, what of it is seen and heard.
class RenderDialog : public QDialog {
    Q_OBJECT
public:
    explicit RenderDialog(const RenderOffer& offer, QWidget* parent = nullptr);

    RenderWish wish() const;
    /// Chooses what an earlier video was made with; span and tracks stay.
    void showEarlier(const RenderWish& earlier);

private:
    void makeSpan(QFormLayout& form);
    void makeSize(QFormLayout& form);
    void makeTracks(QFormLayout& form);
    void makeSwitches(QFormLayout& form);
    void showSpan();
    void showSize();
    void showWhatFollows();

    RenderOffer m_offer;
    QComboBox* m_spans;
    widgets::NumberBox* m_start;
    widgets::NumberBox* m_end;
    QComboBox* m_sizes;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_rates;
    QComboBox* m_pictures;
    QListWidget* m_tracks;
    widgets::NumberBox* m_page;
    QCheckBox* m_answers;
    QCheckBox* m_subtitles;
    QCheckBox* m_sound;
    QComboBox* m_themes;
    QLabel* m_summary;
    QPushButton* m_go = nullptr;
};

}
