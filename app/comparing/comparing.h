#pragma once

#include "app/comparing/comparison_scores.h"
#include "widgets/review/pass_form.h"

#include <QObject>
#include <QPointer>

namespace widgets {
class ComparePanel;
}

namespace app {

class Actions;
class Document;
class Project;
class Review;
class ReviewSources;
class ReviewTab;
class VideoOpener;

/// Passes that compare segments, or texts of a segment, with each other: asks, plays, keeps the answers in
/// the project, shows scores. While one goes on, labels and predictions are hidden, as in a blind pass.
class Comparing : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Project& project;
        VideoOpener& videos;
        Review& review;
        ReviewSources& sources;
        ReviewTab& tab;
    };
    Comparing(const Parts& parts, const Actions& actions, QWidget* window);

    const std::optional<engine::ComparisonPass>& pass() const { return m_pass; } ///< that goes on
    const engine::ComparisonQuestion& question() const { return m_question; }
    /// Writes the answers as a table that `polylogue-cli` reads.
    void writeTable(const QString& path);

private:
    void begin(const widgets::PassForm::Choice& choice);
    void start(engine::ComparisonPass pass, std::vector<engine::ComparisonPass::Clip> clips,
               std::size_t most);
    QString titleOf(std::size_t item) const;
    QString comparedLabel() const;
    const engine::ComparisonPass::Clip& clipAt(std::size_t place) const;
    void resume(const QString& name);
    void open(engine::ComparisonPass pass);
    void leave();
    void ask();
    void show();
    void choose(int place);
    void keep(engine::ComparisonPass::Answer answer);
    void takeBack();
    void play(int place);
    void showScores();
    void askForTable();

    Parts m_parts;
    QWidget* m_window;
    QPointer<widgets::ComparePanel> m_panel; ///< made when the first pass begins
    QPointer<ComparisonScores> m_scores;
    std::optional<engine::ComparisonPass> m_pass;
    engine::ComparisonQuestion m_question;
    std::optional<std::size_t> m_best; ///< chosen already, among what is shown
};

}
