#pragma once

#include "app/team/sharing_dialog.h"
#include "engine/annotation/review_queue.h"

#include <QPointer>

namespace app {

class Actions;
class Document;
class Editor;
class Project;
class Review;
class ReviewSources;
class VideoOpener;

/// Shares segments out among annotators, writes their invitations, and begins the pass of an invitation that
/// is opened.
class SharingActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        VideoOpener& videos;
        Project& project;
        Review& review;
        ReviewSources& sources;
    };
    SharingActions(const Parts& parts, const Actions& actions, QWidget* window);

    /// Makes the passes and writes the invitations. @param folder  for their files
    void share(const SharingDialog::Choice& choice, const QString& folder);

    /// Opens the dialog with what a plan gave.
    void showPlan(const engine::WorkSharing& sharing, const QStringList& annotators);

private:
    void show();
    void gather();
    void showShared(const std::vector<SharedOutPage::Row>& rows, const QString& folder);
    std::filesystem::path usualFolder() const;
    void askForFolder();
    void begin();

    Parts m_parts;
    QWidget* m_window;
    QPointer<SharingDialog> m_dialog;
    std::vector<engine::ReviewUnit> m_units; ///< that are shared out
};

}
