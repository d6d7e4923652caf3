#include "app/prediction/model_lack.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace app {

namespace {

struct ModelLackText {
    Q_DECLARE_TR_FUNCTIONS(app::ModelLackText)
};

/// `sound and vision`: the modalities that the model learnt from and the video has no sequence of.
QString missingModalities(const ModelFile& model, const std::array<std::size_t, 3>& here)
{
    const std::array names{ModelLackText::tr("text"), ModelLackText::tr("sound"),
                           ModelLackText::tr("vision")};
    QStringList missing;
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (model.modalities[i] && model.widths[i] > 0 && here[i] == 0)
            missing << names[i];
    }
    return QLocale().createSeparatedList(missing);
}

}

bool isBare(const Document& document)
{
    if (!document.hasVideo() || !document.labels().rows.intervals.empty())
        return false;
    const VideoData& video = document.video();
    return !video.mediaPath.isEmpty() && document.spans(kWordsTier).empty()
        && video.inputWidths() == std::array<std::size_t, 3>{};
}

std::optional<ModelLack> lackOf(const ModelFile& model, const VideoData& video, bool hasWords)
{
    const QString makeSequences = ModelLackText::tr("Make sequences…");
    if (model.looksAtRecordings) {
        if (!video.mediaPath.isEmpty())
            return std::nullopt;
        return ModelLack{
            ModelLackText::tr("The model looks at the recording, and there is none of this video."),
            "open-files", ModelLackText::tr("Open files…")};
    }
    if (model.readsWords && !hasWords && !video.packed && video.mediaPath.isEmpty())
        return ModelLack{ModelLackText::tr("The model reads words, and this video has neither words nor a "
                                           "recording. A model can be trained on rows of sequences."),
                         "train", ModelLackText::tr("Train a model…")};
    if (model.readsWords && !hasWords && !video.packed)
        return ModelLack{ModelLackText::tr("The model reads words, and this video has none yet."),
                         "preset-transcribe", ModelLackText::tr("Transcribe")};
    const std::array<std::size_t, 3> here = video.inputWidths();
    const QString missing = missingModalities(model, here);
    if (video.packed && here == std::array<std::size_t, 3>{})
        return ModelLack{ModelLackText::tr("%1 %2.").arg(model.name, misfit(model, video)), "", {}};
    if (here == std::array<std::size_t, 3>{})
        return ModelLack{
            ModelLackText::tr("The video has no features yet: sequences of %1 are missing.").arg(missing),
            "sequences", makeSequences};
    if (const QString problem = misfit(model, video); !problem.isEmpty())
        return ModelLack{ModelLackText::tr("%1 %2.").arg(model.name, problem), "train",
                         ModelLackText::tr("Train a model…")};
    if (missing.isEmpty())
        return std::nullopt;
    if (video.packed)
        return ModelLack{
            ModelLackText::tr(
                "The file has no features of %1; the model gets the mean of its training instead.")
                .arg(missing),
            "train", ModelLackText::tr("Train a model…"), true};
    return ModelLack{
        ModelLackText::tr("There is no sequence of %1 here; the model gets the mean of its training instead.")
            .arg(missing),
        "sequences", makeSequences, true};
}

ModelLack lackOfSegments()
{
    return {ModelLackText::tr("There are no labelled segments yet that an answer could label."),
            "make-segments", ModelLackText::tr("Make labelled segments…"), true};
}

std::optional<ModelLack> lackIn(const Document& document, const std::optional<ModelFile>& model)
{
    if (isBare(document)) // words come of that, too
        return ModelLack{{}, "sequences", ModelLackText::tr("Make sequences…")};
    if (document.labels().rows.intervals.empty())
        return ModelLack{{}, "make-segments", ModelLackText::tr("Make labelled segments…")};
    return model ? lackOf(*model, document.video(), !document.spans(kWordsTier).empty()) : std::nullopt;
}

}
