#include "engine/models/serving/fuse_model.h"

#include "engine/core/error.h"
#include "engine/core/with_source.h"
#include "engine/models/networks/e2e.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/torch_seed.h"

#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kMostDifference = 1e-4;
constexpr std::int64_t kTriedFaces = 16;

torch::Tensor scoresOfFaces(FusionModel& model, const torch::Tensor& faces)
{
    NamedTensors inputs = dynamic_cast<const E2e&>(model).emptyInputs(kTriedFaces);
    inputs["faces"] = faces;
    inputs["v_lens"] = torch::ones({kTriedFaces}, torch::kInt64);
    return model.run(inputs, Displays::No).prediction;
}

}

double fuseModel(const std::filesystem::path& path, const std::filesystem::path& target)
{
    TrainedModel trained = readModel(path);
    const std::shared_ptr<FusionModel> branched = trained.model;
    trained.model
        = withSource(path.string(), [&] { return fusedNetwork(*branched, trained.card.architecture); });
    const torch::InferenceMode inference;
    const TorchSeed seed(1);
    const std::int64_t side = dynamic_cast<const E2e&>(*branched).options().faceSide;
    const torch::Tensor faces = torch::randn({kTriedFaces, 3, side, side});
    const double difference
        = (scoresOfFaces(*branched, faces) - scoresOfFaces(*trained.model, faces)).abs().max().item<double>();
    if (!(difference <= kMostDifference))
        throw FormatError("not_fusible", path.string(),
                          fmt::format("its scores would differ by {}; weights or running variances of its "
                                      "batch norms are too extreme",
                                      difference));
    writeModel(target, trained);
    return difference;
}

}
