// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace bellweave::engine {

/// One worker thread that only does the newest job. A newer job replaces a waiting one and asks the running one to stop;
/// submitting never waits. The destructor asks the running job to stop and joins.
class LatestRunner {
public:
    using Job = std::function<void(std::stop_token)>;

    LatestRunner();
    ~LatestRunner();
    LatestRunner(const LatestRunner&) = delete;
    LatestRunner& operator=(const LatestRunner&) = delete;

    void submit(Job job);
    /// Asks the running job to stop and forgets a waiting one.
    void cancel();

private:
    void work(std::stop_token threadStop);
    bool takeJob(std::stop_token threadStop, Job& job, std::stop_token& jobStop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_waiting;
    std::stop_source m_running;
    std::jthread m_thread;    // last: joins before what it uses is gone
};

} // namespace bellweave::engine
