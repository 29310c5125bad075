// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mpi/mpi_session.h"

#include "engine/distributed/block_dispatcher.h"
#include "engine/distributed/simulation_part.h"

#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>
#include <chrono>
#include <mutex>
#include <queue>
#include <thread>

namespace bellweave::engine {
namespace {

namespace mpi = boost::mpi;
using Assignment = BlockDispatcher::Assignment;
using Answer = BlockDispatcher::Answer;

constexpr auto kBetweenLooks = std::chrono::microseconds(300);
constexpr auto kBeforeAbort = std::chrono::seconds(3);

enum Tag { AnswerTag, AssignmentTag };

/// What goes over the wire: an assignment, and the bytes of its nodes. Without blocks: a worker that is new, or has nothing left to do.
struct Message {
    std::uint64_t stage = 0;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
    double seconds = 0.0;
    std::vector<std::string> nodes = {};

    template<typename Archive>
    void serialize(Archive& archive, unsigned)
    {
        archive & stage & first & count & seconds & nodes;
    }
};

Message messageOf(const Answer& answer)
{
    Message message{answer.assignment.stage, answer.assignment.first, answer.assignment.count, answer.seconds};
    for (const auto& node : answer.nodes) message.nodes.push_back(nodeBytes(node));
    return message;
}

Answer answerOf(const Message& message)
{
    Answer answer{{message.stage, message.first, message.count}, {}, message.seconds};
    for (const auto& bytes : message.nodes) answer.nodes.push_back(nodeOf(bytes));
    return answer;
}

/// The leading process works too: on a thread of its own, while another one speaks with the others.
class OwnWorker {
public:
    OwnWorker(const SimulationCourse& course, const std::stop_token& stop)
        : m_course(course), m_stop(stop), m_thread([this](const std::stop_token& end) { work(end); }) {}

    bool isIdle() const { return !m_isBusy; }
    void give(const Assignment& assignment)
    {
        const std::lock_guard lock(m_mutex);
        m_isBusy = true;
        m_assignment = assignment;
    }
    std::optional<Answer> answer()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_answer) return std::nullopt;
        m_isBusy = false;
        return std::exchange(m_answer, std::nullopt);
    }

private:
    void work(const std::stop_token& end)
    {
        while (!end.stop_requested()) {
            std::optional<Assignment> mine;
            {
                const std::lock_guard lock(m_mutex);
                mine = std::exchange(m_assignment, std::nullopt);
            }
            if (!mine) {
                std::this_thread::sleep_for(kBetweenLooks);
                continue;
            }
            Answer answer = workOn(m_course.stage(mine->stage), *mine, m_stop);
            const std::lock_guard lock(m_mutex);
            m_answer = std::move(answer);
        }
    }

    const SimulationCourse& m_course;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::optional<Assignment> m_assignment;
    std::optional<Answer> m_answer;
    bool m_isBusy = false;
    std::jthread m_thread;    // last
};

} // namespace

class MpiSession::Impl {
public:
    mpi::environment environment{mpi::threading::funneled, true};
    mpi::communicator world;

    /// Sends blocks, or that there are none left.
    bool assign(int rank, BlockDispatcher& dispatcher)
    {
        const auto next = dispatcher.next();
        const Assignment assignment = next.value_or(Assignment());
        world.send(rank, AssignmentTag, Message{assignment.stage, assignment.first, assignment.count});
        return next.has_value();
    }
};

MpiSession::MpiSession() : m_impl(std::make_unique<Impl>()) {}
MpiSession::~MpiSession() = default;

int MpiSession::rank() const { return m_impl->world.rank(); }
int MpiSession::size() const { return m_impl->world.size(); }

void MpiSession::abort(int code) const
{
    m_impl->environment.abort(code);
    std::_Exit(code);
}

void MpiSession::lead(SimulationCourse& course, const std::stop_token& stop, const SimulationProgress& progress)
{
    BlockDispatcher dispatcher(course);
    OwnWorker own(course, stop);
    int served = size() - 1;
    const auto take = [&](Answer answer) {
        const std::size_t stage = answer.assignment.stage;
        const bool isNew = !answer.nodes.empty();
        dispatcher.take(std::move(answer));
        if (isNew && progress) progress(course.stage(stage).demand(), course.share(stage), [&course] { return course.result(); });
    };
    while (!stop.stop_requested() && (served > 0 || !course.isDone())) {
        bool isQuiet = true;
        if (auto answer = own.answer()) take(*std::move(answer)), isQuiet = false;
        if (own.isIdle())
            if (const auto next = dispatcher.next()) own.give(*next), isQuiet = false;
        while (const auto status = m_impl->world.iprobe(mpi::any_source, AnswerTag)) {
            Message message;
            m_impl->world.recv(status->source(), AnswerTag, message);
            take(answerOf(message));
            if (!m_impl->assign(status->source(), dispatcher)) --served;
            isQuiet = false;
        }
        if (isQuiet) std::this_thread::sleep_for(kBetweenLooks);
    }
}

bool MpiSession::serve(const SimulationCourse& course, const std::stop_token& stop)
{
    Message mine;
    for (Message answer;; answer = messageOf(workOn(course.stage(mine.stage), {mine.stage, mine.first, mine.count}, stop))) {
        if (stop.stop_requested()) break;
        m_impl->world.send(0, AnswerTag, answer);
        m_impl->world.recv(0, AssignmentTag, mine);
        if (mine.count == 0) return true;
    }
    // The leading one is about to end all; a process that was stopped alone ends them itself.
    std::this_thread::sleep_for(kBeforeAbort);
    return false;
}

} // namespace bellweave::engine
