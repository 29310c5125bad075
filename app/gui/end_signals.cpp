// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/end_signals.h"

#include <QSocketNotifier>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace {

int g_ends[2] = {-1, -1};    // the handler writes to the first, the event loop reads the second

/// A handler may do next to nothing; one byte wakes the event loop.
extern "C" void passOn(int)
{
    const char byte = 1;
    static_cast<void>(::write(g_ends[0], &byte, sizeof byte));
}

} // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_ends) != 0) return;
    auto* arrived = new QSocketNotifier(g_ends[1], QSocketNotifier::Read, this);
    connect(arrived, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(g_ends[1], &byte, sizeof byte) > 0) Q_EMIT endRequested();
    });
    struct sigaction action = {};
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) ::sigaction(number, &action, nullptr);
}

EndSignals::~EndSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) std::signal(number, SIG_DFL);
    for (int& end : g_ends)
        if (end >= 0) ::close(std::exchange(end, -1));
}
