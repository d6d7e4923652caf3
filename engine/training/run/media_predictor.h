#pragma once

#include "engine/worker/messages.h"

#include <memory>

namespace engine {

class Scorer;

/// A model that looks at recordings themselves, asked about one segment after another: the same scores as
/// predictMedia() gives for its span. Not thread-safe.
class MediaPredictor {
public:
    /// @param scorer  outlives this
    /// @throws FormatError (code `needs_rows`) for a model of rows of features.
    explicit MediaPredictor(const Scorer& scorer);
    explicit MediaPredictor(const Scorer&&) = delete; // it would be gone
    ~MediaPredictor();

    /// With `request.explain` also what sound and vision contribute; words contribute nothing.
    /// @throws FormatError (`no_media`) without a recording; as SegmentReader and Scorer::predict().
    Prediction predict(const PredictRequest& request);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
