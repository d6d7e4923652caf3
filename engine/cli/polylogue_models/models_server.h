#pragma once

#include "engine/models/predict/predictor.h"
#include "engine/training/run/live_answerer.h"
#include "engine/training/run/media_predictor.h"
#include "engine/training/run/scorer.h"
#include "engine/worker/request_queue.h"

#include <mutex>
#include <optional>
#include <string>

namespace engine {

/// The worker's end of the pipes: one thread reads requests, another loads models and predicts.
///
/// A request that cannot be answered gets a Failure; the server gives up only when the stream no longer
/// consists of frames.
class ModelServer {
public:
    /// @param input   file descriptor from which frames are read.
    /// @param output  file descriptor to which frames are written.
    ModelServer(int input, int output) : m_input(input), m_output(output) { }

    /// Serves until `input` ends or a Shutdown arrives.
    ///
    /// @param model  loaded first and announced with id 0, unless empty.
    /// @throws FormatError (code `bad_frame`).
    void run(const std::string& model);

private:
    /// Reads and sorts requests; on the thread of run().
    void readRequests();
    /// @return whether to go on.
    bool accept(const Request& request);
    /// Answers requests from the queue until it is closed; on the other thread.
    void work();
    Reply answer(const LoadModel& request);
    Reply answer(const PredictRequest& request);
    Reply answer(const LiveRequest& request);
    void prepare();
    void send(const Reply& reply);

    int m_input;
    int m_output;
    std::mutex m_outputMutex;
    RequestQueue m_queue;
    // Of the working thread:
    std::optional<Predictor> m_predictor;
    std::optional<Scorer> m_scorer; ///< scores of the same model
    std::unique_ptr<MediaPredictor> m_media; ///< of m_scorer; null where it reads rows of features
    std::unique_ptr<LiveAnswerer> m_live; ///< of m_scorer; null until it is asked
};

}
