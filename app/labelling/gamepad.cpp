#include "app/labelling/gamepad.h"

#include <QLibrary>

#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(8);
constexpr int kUpAxis = 1; // of the left stick, as all drivers number it; up is negative
constexpr double kDeadZone = 0.06; // of a stick's way, about its middle
constexpr int kButtons = 4; // those under the thumb

/// The functions of SDL that are needed, from its library.
struct Sdl {
    QLibrary library{QStringLiteral("SDL2-2.0"), 0};
    bool isLoaded = true;

    template <typename Function>
    Function* find(const char* name)
    {
        auto* function = reinterpret_cast<Function*>(library.resolve(name));
        isLoaded = isLoaded && function;
        return function;
    }

#define POLYLOGUE_SDL(name) decltype(::SDL_##name)* name = find<decltype(::SDL_##name)>("SDL_" #name)
    POLYLOGUE_SDL(SetHint);
    POLYLOGUE_SDL(InitSubSystem);
    POLYLOGUE_SDL(QuitSubSystem);
    POLYLOGUE_SDL(NumJoysticks);
    POLYLOGUE_SDL(JoystickOpen);
    POLYLOGUE_SDL(JoystickClose);
    POLYLOGUE_SDL(JoystickUpdate);
    POLYLOGUE_SDL(JoystickName);
    POLYLOGUE_SDL(JoystickGetAttached);
    POLYLOGUE_SDL(JoystickNumAxes);
    POLYLOGUE_SDL(JoystickGetAxis);
    POLYLOGUE_SDL(JoystickNumHats);
    POLYLOGUE_SDL(JoystickGetHat);
    POLYLOGUE_SDL(JoystickNumButtons);
    POLYLOGUE_SDL(JoystickGetButton);
#undef POLYLOGUE_SDL
};

/// −1…1, up is positive.
double positionOf(Sint16 axis)
{
    const double whole = -std::clamp(static_cast<double>(axis) / 32767.0, -1.0, 1.0);
    const double beyond = std::abs(whole) - kDeadZone;
    return beyond <= 0.0 ? 0.0 : std::copysign(beyond / (1.0 - kDeadZone), whole);
}

/// The device that is read, and what it said last.
class Reader {
public:
    explicit Reader(Gamepad& pad) : m_pad(pad)
    {
        if (!m_sdl.isLoaded)
            return;
        m_sdl.SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        m_sdl.SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1"); // no window is SDL's
        m_isReady = m_sdl.InitSubSystem(SDL_INIT_JOYSTICK) == 0;
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader()
    {
        if (m_device)
            m_sdl.JoystickClose(m_device);
        if (m_isReady)
            m_sdl.QuitSubSystem(SDL_INIT_JOYSTICK);
    }

    bool isReady() const { return m_isReady; }

    void look()
    {
        m_sdl.JoystickUpdate();
        if (m_device && !m_sdl.JoystickGetAttached(m_device)) {
            m_sdl.JoystickClose(m_device);
            m_device = nullptr;
            emit m_pad.plugged({});
        }
        if (!m_device && m_sdl.NumJoysticks() > 0) {
            m_device = m_sdl.JoystickOpen(0);
            if (m_device)
                emit m_pad.plugged(QString::fromUtf8(m_sdl.JoystickName(m_device)));
        }
        if (m_device)
            tell();
    }

private:
    void tell()
    {
        const double position = m_sdl.JoystickNumAxes(m_device) > kUpAxis
            ? positionOf(m_sdl.JoystickGetAxis(m_device, kUpAxis))
            : 0.0;
        if (std::exchange(m_position, position) != position)
            emit m_pad.moved(position);
        const Uint8 hat = m_sdl.JoystickNumHats(m_device) > 0 ? m_sdl.JoystickGetHat(m_device, 0)
                                                              : Uint8{SDL_HAT_CENTERED};
        const int step = hat & SDL_HAT_UP ? 1 : hat & SDL_HAT_DOWN ? -1 : 0;
        if (std::exchange(m_cross, step) != step && step != 0)
            emit m_pad.stepped(step);
        bool isDown = false;
        for (int button = 0; button < std::min(kButtons, m_sdl.JoystickNumButtons(m_device)); ++button)
            isDown = isDown || m_sdl.JoystickGetButton(m_device, button) != 0;
        if (std::exchange(m_isDown, isDown) != isDown && isDown)
            emit m_pad.pressed();
    }

    Gamepad& m_pad;
    Sdl m_sdl;
    bool m_isReady = false;
    SDL_Joystick* m_device = nullptr; ///< null: none is plugged in
    double m_position = 0.0;
    int m_cross = 0;
    bool m_isDown = false; ///< one of the buttons
};

}

Gamepad::~Gamepad() = default; // the thread ends first

void Gamepad::start()
{
    const std::scoped_lock lock(m_mutex);
    m_isWanted = true;
    ++m_starts;
    m_wake.notify_all();
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& stop) { readWhenWanted(stop); });
}

void Gamepad::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_isWanted = false;
}

void Gamepad::readWhenWanted(const std::stop_token& stop)
{
    while (true) {
        unsigned start = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_isWanted; }))
                return;
            start = m_starts;
        }
        Reader reader(*this);
        if (!reader.isReady())
            return;
        const auto isWanted = [this, start] {
            const std::scoped_lock lock(m_mutex);
            return m_isWanted && m_starts == start; // stopped and started again between two looks, too
        };
        while (!stop.stop_requested() && isWanted()) {
            reader.look();
            std::this_thread::sleep_for(kBetweenLooks);
        }
    }
}

}
