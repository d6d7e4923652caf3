#include "engine/models/layers/fusion_memory.h"

#include "engine/models/blocks/elementwise.h"

namespace engine {

namespace {

torch::nn::Linear memoryLayer(torch::nn::Module& owner, const char* name, std::int64_t in, std::int64_t out)
{
    return owner.register_module(name, torch::nn::Linear(in, out));
}

}

FusionMemory::FusionMemory(torch::nn::Module& owner, const Sizes& sizes, const MemoryDropouts& dropouts)
    : m_update1(memoryLayer(owner, "att2_fc1", sizes.input, sizes.update))
    , m_update2(memoryLayer(owner, "att2_fc2", sizes.update, sizes.memory))
    , m_retain1(memoryLayer(owner, "gamma1_fc1", sizes.input + sizes.memory, sizes.retainGate))
    , m_retain2(memoryLayer(owner, "gamma1_fc2", sizes.retainGate, sizes.memory))
    , m_gate1(memoryLayer(owner, "gamma2_fc1", sizes.input + sizes.memory, sizes.updateGate))
    , m_gate2(memoryLayer(owner, "gamma2_fc2", sizes.updateGate, sizes.memory))
    , m_dropouts(dropouts)
{
}

FusionMemory::Steps::Steps(const FusionMemory& memory, bool training)
    : m_update(memory.m_update1, memory.m_update2, training ? memory.m_dropouts.update : 0.0)
    , m_retainGate(memory.m_retain1, memory.m_retain2, training ? memory.m_dropouts.retainGate : 0.0)
    , m_updateGate(memory.m_gate1, memory.m_gate2, training ? memory.m_dropouts.updateGate : 0.0)
{
}

torch::Tensor FusionMemory::Steps::operator()(const torch::Tensor& input, const torch::Tensor& memory,
                                              StepLog* log) const
{
    const torch::Tensor both = torch::cat({input, memory}, 1);
    const blocks::GatedMemory next
        = blocks::gatedMemory(m_retainGate(both), m_updateGate(both), m_update(input), memory);
    if (log) {
        (*log)["gamma1"].push_back(next.retain);
        (*log)["gamma2"].push_back(next.update);
    }
    return next.memory;
}

}
