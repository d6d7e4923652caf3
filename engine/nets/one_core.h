#pragma once

namespace engine {

/// While it lives, the products of this thread use this thread alone: a small net is slower with several, and
/// other threads have work of their own.
class OneCore {
public:
    OneCore();
    ~OneCore();
    OneCore(const OneCore&) = delete;
    OneCore& operator=(const OneCore&) = delete;

private:
    int m_before; ///< threads
};

}
