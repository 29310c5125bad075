// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/latest_runner.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace bellweave::ui {

/// Keeps the answer to the last question asked, for curves that take longer than a frame. Questions are values and compared by
/// ==. While one is worked on, only the newest other one waits: a drag asks all the time and still sees answers.
template<typename Question, typename Answer>
class LatestAnswer {
public:
    /// A pure function; it may end early with any answer when asked to stop, which happens when this object goes.
    using Work = std::function<Answer(const Question&, std::stop_token)>;

    explicit LatestAnswer(Work work) : m_work(std::move(work)) {}

    /// From now on answers are made on another thread; `ready` is called in this one when a new one is there.
    void computeBehind(std::function<void()> ready) { m_ready = std::move(ready); }

    /// The answer. Until a new one is ready: the one before, which may be an empty Answer.
    const Answer& to(const Question& question)
    {
        m_wanted = question;
        if (isCurrent()) return m_answer;
        if (m_ready) start();
        else show(question, m_work(question, {}));
        return m_answer;
    }

    /// Which question the answer belongs to; none before the first.
    const std::optional<Question>& answered() const { return m_shown; }
    /// The answer is to the last question asked, not to one before.
    bool isCurrent() const { return m_wanted == m_shown; }

private:
    void start()
    {
        if (m_running) return;
        m_running = m_wanted;
        if (!m_runner) m_runner = std::make_unique<engine::LatestRunner>();    // most plots are made to be asked for their name
        m_runner->submit([this, question = *m_running](std::stop_token stop) {
            auto answer = std::make_shared<Answer>(m_work(question, stop));
            QMetaObject::invokeMethod(&m_here, [this, answer] { finish(std::move(*answer)); }, Qt::QueuedConnection);
        });
    }
    void finish(Answer answer)
    {
        show(*m_running, std::move(answer));
        m_running.reset();
        if (!isCurrent()) start();
        m_ready();
    }
    void show(const Question& question, Answer answer)
    {
        m_shown = question;
        m_answer = std::move(answer);
    }

    Work m_work;
    std::function<void()> m_ready;
    std::optional<Question> m_wanted;
    std::optional<Question> m_running;
    std::optional<Question> m_shown;
    Answer m_answer{};
    QObject m_here;                                      // receives answers in the thread of its owner
    std::unique_ptr<engine::LatestRunner> m_runner;      // last: joins before the rest is gone
};

/// What answers for the shown design, and its like for a design that is drawn beside it.
template<typename Answerer>
class AnswerPair {
public:
    template<typename... Arguments>
    explicit AnswerPair(const Arguments&... arguments) : m_shown(arguments...), m_beside(arguments...)
    {
    }

    void computeBehind(std::function<void()> ready)
    {
        m_shown.computeBehind(ready);
        m_beside.computeBehind(std::move(ready));
    }
    Answerer& of(bool isBeside) { return isBeside ? m_beside : m_shown; }
    const Answerer& shown() const { return m_shown; }

private:
    Answerer m_shown;
    Answerer m_beside;
};

} // namespace bellweave::ui
