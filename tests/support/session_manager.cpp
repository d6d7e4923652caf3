#include "tests/support/session_manager.h"

#include <QSocketNotifier>

#include <X11/ICE/ICElib.h>
#include <X11/ICE/ICEutil.h>
#include <X11/SM/SMlib.h>
#include <array>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace support {

struct SessionManager::State {
    int listeners = 0;
    IceListenObj* listening = nullptr;
    IceConn ice = nullptr;
    SmsConn program = nullptr;
    bool isRegistered = false;
    bool hasSaved = false;
    bool wantsToAsk = false;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::unique_ptr<QSocketNotifier> messages;

    void read();
    void accept(IceListenObj listener);
};

namespace {

char* allocated(const char* text)
{
    return ::strdup(text); // libSM frees it
}

Status registerProgram(SmsConn program, SmPointer data, char* formerId)
{
    std::free(formerId);
    char* const id = allocated("polylogue-test");
    SmsRegisterClientReply(program, id);
    std::free(id);
    SmsSaveYourself(program, SmSaveLocal, False, SmInteractStyleNone, False); // as XSMP has it for a new one
    static_cast<SessionManager::State*>(data)->isRegistered = true;
    return 1;
}

void saved(SmsConn program, SmPointer data, Bool success)
{
    auto* state = static_cast<SessionManager::State*>(data);
    state->hasSaved = success != 0;
    SmsSaveComplete(program);
}

void closed(SmsConn program, SmPointer data, int count, char** reasons)
{
    SmFreeReasons(count, reasons);
    SmsCleanUp(program);
    auto* state = static_cast<SessionManager::State*>(data);
    state->program = nullptr;
    state->messages.reset();
    IceSetShutdownNegotiation(state->ice, False);
    IceCloseConnection(std::exchange(state->ice, nullptr));
}

Status newProgram(SmsConn program, SmPointer data, unsigned long* mask, SmsCallbacks* calls,
                  char** /*failure*/)
{
    static_cast<SessionManager::State*>(data)->program = program;
    *mask = SmsRegisterClientProcMask | SmsInteractRequestProcMask | SmsInteractDoneProcMask
        | SmsSaveYourselfRequestProcMask | SmsSaveYourselfP2RequestProcMask | SmsSaveYourselfDoneProcMask
        | SmsCloseConnectionProcMask | SmsSetPropertiesProcMask | SmsDeletePropertiesProcMask
        | SmsGetPropertiesProcMask;
    calls->register_client = {registerProgram, data};
    calls->interact_request = {[](SmsConn asking, SmPointer state, int) {
                                   static_cast<SessionManager::State*>(state)->wantsToAsk = true;
                                   SmsInteract(asking);
                               },
                               data};
    calls->interact_done = {[](SmsConn, SmPointer, Bool) {}, data};
    calls->save_yourself_request = {[](SmsConn, SmPointer, int, Bool, int, Bool, Bool) {}, data};
    calls->save_yourself_phase2_request
        = {[](SmsConn asking, SmPointer) { SmsSaveYourselfPhase2(asking); }, data};
    calls->save_yourself_done = {saved, data};
    calls->close_connection = {closed, data};
    calls->set_properties = {[](SmsConn, SmPointer, int count, SmProp** properties) {
                                 for (int i = 0; i < count; ++i)
                                     SmFreeProperty(properties[i]);
                                 std::free(properties);
                             },
                             data};
    calls->delete_properties = {[](SmsConn, SmPointer, int count, char** names) {
                                    for (int i = 0; i < count; ++i)
                                        std::free(names[i]);
                                    std::free(names);
                                },
                                data};
    calls->get_properties
        = {[](SmsConn asking, SmPointer) { SmsReturnProperties(asking, 0, nullptr); }, data};
    return 1;
}

}

void SessionManager::State::read()
{
    if (ice && IceProcessMessages(ice, nullptr, nullptr) == IceProcessMessagesIOError) {
        messages.reset(); // the program is gone
        program = nullptr;
        IceSetShutdownNegotiation(ice, False);
        IceCloseConnection(std::exchange(ice, nullptr));
    }
}

void SessionManager::State::accept(IceListenObj listener)
{
    IceAcceptStatus status = IceAcceptFailure;
    IceConn connection = IceAcceptConnection(listener, &status);
    if (status != IceAcceptSuccess)
        return;
    ice = connection;
    while (IceConnectionStatus(ice) == IceConnectPending)
        IceProcessMessages(ice, nullptr, nullptr);
    messages = std::make_unique<QSocketNotifier>(IceConnectionNumber(ice), QSocketNotifier::Read);
    QObject::connect(messages.get(), &QSocketNotifier::activated, [this] { read(); });
}

SessionManager::SessionManager() : m_state(std::make_unique<State>())
{
    IceSetIOErrorHandler([](IceConn) {}); // a program that ends is no fault here
    std::array<char, 256> failure{};
    if (!SmsInitialize(
            "test", "1", newProgram, m_state.get(), [](char*) -> Bool { return True; },
            static_cast<int>(failure.size()), failure.data())
        || !IceListenForConnections(&m_state->listeners, &m_state->listening,
                                    static_cast<int>(failure.size()), failure.data()))
        qFatal("no session manager: %s", failure.data());
    for (int i = 0; i < m_state->listeners; ++i) {
        IceListenObj listener = m_state->listening[i];
        IceSetHostBasedAuthProc(listener, [](char*) -> Bool { return True; });
        m_state->notifiers.push_back(
            std::make_unique<QSocketNotifier>(IceGetListenConnectionNumber(listener), QSocketNotifier::Read));
        QObject::connect(m_state->notifiers.back().get(), &QSocketNotifier::activated,
                         [state = m_state.get(), listener] { state->accept(listener); });
    }
}

SessionManager::~SessionManager()
{
    m_state->messages.reset();
    m_state->notifiers.clear();
    IceFreeListenObjs(m_state->listeners, m_state->listening);
}

QByteArray SessionManager::address() const
{
    for (int i = 0; i < m_state->listeners; ++i) {
        char* const text = IceGetListenConnectionString(m_state->listening[i]);
        const QByteArray address = text;
        std::free(text);
        if (address.startsWith("local/") || address.startsWith("unix/"))
            return address;
    }
    return {};
}

bool SessionManager::hasProgram() const
{
    return m_state->isRegistered;
}

void SessionManager::askToSave()
{
    m_state->hasSaved = false;
    SmsSaveYourself(m_state->program, SmSaveBoth, True, SmInteractStyleAny, False);
}

bool SessionManager::hasSaved() const
{
    return m_state->hasSaved;
}

bool SessionManager::wantsToAsk() const
{
    return m_state->wantsToAsk;
}

void SessionManager::end()
{
    SmsDie(m_state->program);
}

void SessionManager::callOff()
{
    SmsShutdownCancelled(m_state->program);
}

}
