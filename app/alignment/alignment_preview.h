#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/tier_views.h"
#include "app/tasks/task.h"
#include "engine/project_items/face_items.h"
#include "engine/recipes/recipe_preview.h"
#include "engine/snapshot/edited_labels.h"

#include <QObject>

#include <map>

namespace app {

/// Works out in the background what a recipe makes of one video. A newer wish replaces an older one.
class AlignmentPreview : public QObject {
    Q_OBJECT
public:
    struct Wish {
        std::shared_ptr<const OpenDataset> dataset;
        QString video;
        engine::Recipe recipe;
        std::optional<WordsView> words; ///< of the project; absent: the file's words count
        std::optional<engine::LabelRows> labels;
        std::map<TierName, engine::ComputationalSequence> tiers; ///< the tiers that the recipe names
        engine::SequenceOffsets offsets = {}; ///< of the video
        engine::FaceCorrections faces = {}; ///< of the video
    };
    struct Sequence {
        engine::PreviewedSequence rows;
        engine::Modality modality = engine::Modality::Acoustic;
        QStringList names; ///< one per dimension: `f0_hz`, or `f0_hz mean`, `f0_hz std`
        std::shared_ptr<const engine::FeatureLevels> features; ///< null for text, and without rows
    };
    /// The video's own entries of the files of a recipe, read once.
    using Files = std::map<std::filesystem::path, engine::ComputationalSequence>;
    struct Result {
        QString video;
        std::vector<engine::StepReport> reports; ///< one for each step that could be done
        std::vector<Sequence> sequences;
        QString error; ///< why the step after these failed; empty: all steps were done
        std::shared_ptr<const Files> files;

        const Sequence* find(const QString& key) const;
    };

    explicit AlignmentPreview(QObject* parent = nullptr);

    /// Asks for a result. @param wish  absent: none is needed any more
    void want(std::optional<Wish> wish);
    /// The newest result; null while none is wanted or none has come.
    const Result* result() const { return m_result.get(); }
    /// Whether the result is that of the newest wish.
    bool isCurrent() const { return !m_waiting && !m_work.isRunning(); }

signals:
    void changed();

private:
    void start();
    void take(const Outcome<std::shared_ptr<Result>>& end);

    Task m_work; ///< on a thread of its own
    std::optional<Wish> m_wish; ///< the newest
    std::weak_ptr<const OpenDataset> m_dataset; ///< the dataset of the last result
    bool m_waiting = false; ///< the newest wish was not started yet
    std::shared_ptr<const Result> m_result;
};

}
