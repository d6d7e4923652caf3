#pragma once

#include "app/completion/completion_dialog.h"
#include "app/document/tier_views.h"
#include "app/tasks/task.h"

#include <QObject>
#include <QPointer>

namespace engine {
struct AcceptedBy;

}

namespace app {

class Actions;
class Document;
class DraftTracks;
class Editor;
class Player;
class Review;
class TierInHand;
class TierReader;
class VideoOpener;

/// Completing the tier in hand in the window: the run, its draft, and what becomes of what a person says.
class CompletionActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        VideoOpener& videos;
        TierReader& reader;
        Player& player;
        Review& review;
        Tasks& tasks;
        TierInHand& hand;
        DraftTracks& tracks;
    };
    CompletionActions(const Parts& parts, const Actions& actions, QWidget* window);

    bool isRunning() const { return m_reading.isRunning() || m_completing.isRunning(); }

private:
    void show();
    void follow(); ///< what the dialog shows
    void run();
    void start(const std::string& video);
    void take(const engine::CompletionOutcome& completion, const std::string& video);
    void setThreshold(double threshold);
    void open(std::size_t row);
    void accept(std::size_t row, const std::optional<std::variant<double, std::string>>& value);
    void acceptSure();
    void reject(std::size_t row);
    void discard();
    QString whyNot() const;
    std::string video() const; ///< in sight; empty: none
    double end() const; ///< seconds of the video in sight
    std::optional<engine::CompletionDraft> draft() const;
    engine::AcceptedBy by() const;

    Parts m_parts;
    QWidget* m_window;
    QPointer<CompletionDialog> m_dialog;
    TierName m_tier;
    Task m_reading; ///< labels of other recordings
    Task m_completing;
};

}
