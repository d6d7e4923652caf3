#include "app/crashes/crash_handler.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstring>
#include <cxxabi.h>
#include <dlfcn.h>
#include <exception>
#include <execinfo.h>
#include <fcntl.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <typeinfo>
#include <unistd.h>
#include <vector>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr std::array kFaults{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
constexpr int kMostFrames = 100;
constexpr unsigned kMostSeconds = 5; // for a note whose stack cannot be walked
constexpr std::size_t kHandlerStack = 256 * 1024; // a stack that overflowed has no room left

/// All that the handler reads, made beforehand: it may not ask for memory.
struct Prepared {
    std::string folder;
    std::string head;
    std::vector<char> stack;
    std::terminate_handler terminate = nullptr;
    pid_t windowThread = 0;
};
Prepared* prepared = nullptr; // NOLINT: never deleted, so that it is there at the very end, too
std::atomic<const char*> uncaught = nullptr; // the type of an exception
std::atomic<pid_t> noting = 0; // the thread that writes the note

pid_t threadNumber()
{
    return static_cast<pid_t>(::syscall(SYS_gettid));
}

/// Text of fixed room: what does not fit is left out.
class Line {
public:
    Line& add(std::string_view text)
    {
        const std::size_t size = std::min(text.size(), m_text.size() - 1 - m_size);
        std::memcpy(m_text.data() + m_size, text.data(), size);
        m_size += size;
        m_text[m_size] = '\0';
        return *this;
    }
    /// @param width  with zeros before it
    Line& addNumber(std::uint64_t number, int width = 1, int base = 10)
    {
        std::array<char, 24> digits{};
        const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base).ptr;
        for (auto size = end - digits.data(); size < width; ++size)
            add("0");
        return add({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    const char* text() const { return m_text.data(); }
    void writeTo(int file) const
    {
        [[maybe_unused]] const ssize_t written = ::write(file, m_text.data(), m_size);
    }

private:
    std::array<char, 1024> m_text{};
    std::size_t m_size = 0;
};

std::string_view nameOf(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return "SIGSEGV";
    case SIGBUS:
        return "SIGBUS";
    case SIGILL:
        return "SIGILL";
    case SIGFPE:
        return "SIGFPE";
    case SIGABRT:
        return "SIGABRT";
    default:
        return "?";
    }
}

/// `20261128-030601`, of Greenwich: gmtime() may not be called in a handler. Days to a date as in H. Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms".
void addDate(Line& line)
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const auto seconds = static_cast<std::uint64_t>(now.tv_sec % 86400);
    const auto days = static_cast<std::uint64_t>(now.tv_sec / 86400) + 719468;
    const std::uint64_t era = days / 146097;
    const std::uint64_t dayOfEra = days % 146097;
    const std::uint64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::uint64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::uint64_t shifted = (5 * dayOfYear + 2) / 153;
    const std::uint64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    line.addNumber(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)
        .addNumber(month, 2)
        .addNumber(dayOfYear - (153 * shifted + 2) / 5 + 1, 2)
        .add("-")
        .addNumber(seconds / 3600, 2)
        .addNumber(seconds / 60 % 60, 2)
        .addNumber(seconds % 60, 2);
}

/// A module's name without its folder, which may say whose machine it is.
std::string_view withoutFolder(const char* path)
{
    const char* slash = std::strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void writeStack(int file)
{
    std::array<void*, kMostFrames> frames{};
    const int count = ::backtrace(frames.data(), kMostFrames);
    for (int i = 0; i < count; ++i) {
        const auto address = reinterpret_cast<std::uintptr_t>(frames[static_cast<std::size_t>(i)]);
        Line line;
        line.add("  ");
        Dl_info found{};
        if (::dladdr(frames[static_cast<std::size_t>(i)], &found) != 0 && found.dli_fname) {
            line.add(withoutFolder(found.dli_fname)).add("+0x");
            line.addNumber(address - reinterpret_cast<std::uintptr_t>(found.dli_fbase), 1, 16);
            if (found.dli_sname)
                line.add("  ").add(found.dli_sname);
        } else {
            line.add("0x").addNumber(address, 1, 16);
        }
        line.add("\n").writeTo(file);
    }
}

void writeNote(int signal, int code)
{
    Line path;
    path.add(prepared->folder).add("/");
    addDate(path);
    path.add("-").addNumber(static_cast<std::uint64_t>(::getpid())).add(".txt");
    const int file = ::open(path.text(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    [[maybe_unused]] const ssize_t written = ::write(file, prepared->head.data(), prepared->head.size());
    Line when;
    when.add("when: ");
    addDate(when);
    when.add(" UTC\n").writeTo(file);
    Line what;
    what.add("signal: ").add(nameOf(signal)).add(code <= 0 ? ", sent by a process\n" : "\n").writeTo(file);
    if (const char* type = uncaught)
        Line().add("uncaught: ").add(type).add("\n").writeTo(file);
    std::array<char, 17> thread{};
    ::prctl(PR_GET_NAME, thread.data());
    Line who;
    who.add("thread: ").add(thread.data());
    who.add(threadNumber() == prepared->windowThread ? ", of the window\n" : "\n").writeTo(file);
    Line().add("stack:\n").writeTo(file);
    writeStack(file);
    ::close(file);
}

void noteAndEnd(int signal, siginfo_t* about, void*)
{
    pid_t nobody = 0;
    const pid_t self = threadNumber();
    if (noting.compare_exchange_strong(nobody, self)) {
        ::signal(SIGALRM, SIG_DFL); // ends a note that waits for a lock of who crashed
        ::alarm(kMostSeconds);
        writeNote(signal, about->si_code);
    } else if (nobody != self) {
        for (;;)
            ::pause(); // the other thread ends the program
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal); // comes when this function has returned, with the stack as it was
}

/// A message of an exception may name a file, its type does not.
[[noreturn]] void noteException()
{
    if (const std::type_info* type = abi::__cxa_current_exception_type())
        uncaught = type->name();
    prepared->terminate();
    std::abort();
}

}

void noteCrashes(const fs::path& folder, const std::string& head)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure || prepared)
        return;
    prepared = new Prepared{folder.string(), head, std::vector<char>(kHandlerStack), std::get_terminate(),
                            threadNumber()};
    std::array<void*, 2> frames{};
    ::backtrace(frames.data(), 2); // loads what later calls need
    stack_t stack{};
    stack.ss_sp = prepared->stack.data();
    stack.ss_size = prepared->stack.size();
    ::sigaltstack(&stack, nullptr);
    for (const int fault : kFaults) {
        struct sigaction action { };
        action.sa_sigaction = noteAndEnd;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        ::sigaction(fault, &action, nullptr);
    }
    std::set_terminate(noteException);
}

}
