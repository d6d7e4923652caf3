#pragma once

#include "app/review/review.h"
#include "engine/annotation/edits.h"

#include <QHash>
#include <QImage>

class QAction;

namespace app {

class Actions;
class Document;
class Editor;
class LabelMode;
class ReviewTab;
class Thumbnailer;
class TimelinePanel;
class VideoOpener;

/// What keys and menus do in a review.
class ReviewActions : public QObject {
    Q_OBJECT
public:
    ReviewActions(Document& document, Editor& editor, Thumbnailer& thumbnailer, VideoOpener& videos,
                  Review& review, const Actions& actions, TimelinePanel& timeline, ReviewTab& tab,
                  QWidget* window);

    /// Gives the segment in hand, in a review or outside, a step of the scale of its first label. @param step
    /// from 0; absent: the value is removed. A step beyond the scale makes a message.
    void give(std::optional<int> step);

signals:
    void passBegan();
    void tabWished(); ///< the Review tab is to be in front
    void passWished(); ///< the Review tab is to be in front, and the queue alone beside it

private:
    struct Step {
        QAction* action;
        std::optional<int> step; ///< from 0; absent: the value is removed
        QString usual; ///< what the action is called where labels are sentiments
    };
    void connectActions(const Actions& actions);
    void addStep(const Actions& actions, const std::string& name, std::optional<int> step);
    void nameSteps();
    static QString stepText(const engine::LabelScheme& label, std::optional<int> step);
    void commit(); ///< by its key
    void reject();
    void commitAnswer();
    /// The tier and segment that label keys change: those of the review, else the labelled segment in hand.
    const engine::Tier* tierInHand() const;
    std::optional<std::size_t> indexInHand() const;
    void setValue(const engine::LabelScheme& label, const std::optional<engine::LabelValue>& value);
    void remark(const engine::Remarks& remarks);
    void toggleFlag();
    void comment();
    bool saysWhatIsMissing();
    bool hasTexts(const engine::Tier* tier) const;
    void nudge(int steps);
    void showLabelMode(bool isOn, std::optional<std::size_t> label);
    void showJudged();
    void showPictures();

    Document& m_document;
    Editor& m_editor;
    Thumbnailer& m_thumbnailer;
    Review& m_review;
    TimelinePanel& m_timeline;
    ReviewTab& m_tab;
    LabelMode* m_labelMode;
    QAction* m_commit = nullptr;
    std::vector<Step> m_steps; ///< of the keys 1…7 and 0
    QHash<QString, QImage> m_pictures; ///< by video
};

}
