// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/latest_runner.h"

namespace bellweave::engine {

LatestRunner::LatestRunner() : m_thread([this](std::stop_token stop) { work(std::move(stop)); }) {}

LatestRunner::~LatestRunner() { cancel(); }

void LatestRunner::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(job);
        m_running.request_stop();
    }
    m_wake.notify_one();
}

void LatestRunner::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_running.request_stop();
}

bool LatestRunner::takeJob(std::stop_token threadStop, Job& job, std::stop_token& jobStop)
{
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, threadStop, [this] { return m_waiting.has_value(); })) return false;
    job = std::move(*m_waiting);
    m_waiting.reset();
    m_running = std::stop_source();
    jobStop = m_running.get_token();
    return true;
}

void LatestRunner::work(std::stop_token threadStop)
{
    Job job;
    std::stop_token jobStop;
    while (takeJob(threadStop, job, jobStop)) job(jobStop);
}

} // namespace bellweave::engine
