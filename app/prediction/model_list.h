#pragma once

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/prediction/answer_caution.h"
#include "app/tasks/tasks.h"
#include "widgets/predict/model_chooser.h"

#include <array>
#include <filesystem>
#include <optional>
#include <vector>

namespace app {

/// The facts about a model file that are known without its weights.
struct ModelFile {
    QString path;
    QString name;
    QString architecture; ///< class of the model: `LMF`
    std::optional<double> testError; ///< mean absolute error of the first label on the held-out fold
    QString output; ///< the label that it predicts first; empty: none
    std::array<std::size_t, 3> widths{}; ///< features of text, sound, vision
    std::vector<std::string> acousticColumns; ///< patterns of names; none: all columns of sound
    bool givesScores = true; ///< the model learnt from labels
    engine::EnabledModalities modalities{true, true, true}; ///< that it learnt from
    bool hidesModalities = false; ///< the model can be explained by AbsentKind::Mask
    bool readsWords = true; ///< rows are words; else those of sequences, or steps of the same length
    std::optional<AnswerCaution> caution; ///< where it learnt from drawings: before what it says of people
    std::optional<AnswerCaution> cautionOfDrawings; ///< where it learnt from people: before what it says of these
    bool isOfParts = false; ///< of parts that learnt from people, put together
    bool looksAtRecordings = false; ///< at pictures and sound themselves, not at rows of features
};

/// The mean absolute error of a label on the held-out fold, of a model that saw these modalities.
std::optional<double> testError(const nlohmann::json& scores, const std::string& label,
                                const std::string& modalities);

/// Where models lie: in `model` and `models` beside a dataset, and in the demo. @param dataset  its folder;
/// may be empty
std::vector<std::filesystem::path> modelFolders(const std::filesystem::path& dataset);

/// Every model in the folders (by name) and among the single files. Files that are not models are left out,
/// and a file that is named twice is listed once. @throws Cancelled.
std::vector<ModelFile> findModels(const std::vector<std::filesystem::path>& folders, const QStringList& files,
                                  const engine::RunContext& run);

/// Patterns of the columns of sound that a model reads (`recipe.acoustic_columns` of its card); none: all.
std::vector<std::string> acousticColumns(const nlohmann::json& recipe);

/// Of a model that is loaded; nothing where its card is not legible.
std::optional<ModelFile> modelFileOf(const engine::ModelInfo& model);

/// What the model wants that the video does not have; empty: it fits.
QString misfit(const ModelFile& file, const VideoData& video);

/// The available models: beside the dataset, in the demo, and recently opened ones.
class ModelList : public QObject {
    Q_OBJECT
public:
    /// Searches again when another model is loaded; the code that opens a dataset calls refresh().
    ModelList(Document& document, Tasks& tasks, const ModelsClient& client, QObject* parent = nullptr);

    /// The entries of the chooser; each says whether the model fits the features of the video in sight.
    std::vector<widgets::ModelEntry> entries() const;
    /// The file of a model of this class: this one if it is, else the first that there is; empty: none.
    QString modelOf(const QString& architecture, const QString& preferred) const;
    /// Searches again in a task, then emits `changed`.
    void refresh();

signals:
    void changed();

private:
    Document& m_document;
    Task m_looking;
    std::vector<ModelFile> m_files;
};

}
