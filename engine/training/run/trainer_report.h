#pragma once

#include <cstddef>
#include <string>

namespace engine {

/// The report after each epoch.
struct EpochReport {
    std::size_t epoch = 0; ///< counted from 1
    std::size_t epochs = 0; ///< at most
    double trainingLoss = 0.0;
    double validationLoss = 0.0;
    double watched = 0.0; ///< the figure that decides which epoch is best, with its own sign
    std::size_t bestEpoch = 0; ///< counted from 1
    double rate = 0.0; ///< the learning rate
    double seconds = 0.0; ///< that the epoch took
    double secondsLeft = 0.0; ///< at most, at the pace so far
    std::string stage{}; ///< name of the stage; empty where a run has no stages
};

}
