// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "model/edit/edits.h"
#include "model/network/element_name.h"
#include "ui/session/background_work.h"
#include "ui/session/own_presets.h"
#include "ui/session/patch_command.h"
#include "ui/session/preview.h"
#include "ui/session/run_controller.h"

namespace bellweave::ui {
namespace {

template<typename Set, typename T>
bool dropMissing(Set& ids, const Table<T>& table)
{
    return std::erase_if(ids, [&](auto id) { return !table.find(id); }) > 0;
}

} // namespace

Session::Session(QObject* parent) : QObject(parent), m_work(new BackgroundWork(this)), m_ownPresets(new OwnPresets(this))
{
    m_runController = std::make_unique<RunController>(*this);
    m_preview = std::make_unique<Preview>(*this);
    connect(&m_document, &Document::changed, this, [this](const Patch& patch) {
        dropMissingFromSelection();
        Q_EMIT networkChanged(patch);
    });
}

Session::~Session()
{
    // The worker answers into this object: it must be quiet before anything else goes.
    m_preview.reset();
    m_runController.reset();
}

bool Session::push(const Patch& patch, const QString& text, int gesture)
{
    if (patch.isNoop()) return true;
    if (m_readOnly) return refuse(tr("This design is read-only. Save it under another name to change it."), gesture);
    if (const ElementRef locked = lockedByPatch(patch); locked != ElementRef())
        return refuse(tr("%1 is locked. Unlock it to change it.").arg(elementName(network(), locked)), gesture);
    m_undoStack.push(new PatchCommand(m_document, patch, text, gesture));
    return true;
}

/// Says once a gesture why nothing happens.
bool Session::refuse(const QString& sentence, int gesture)
{
    if (gesture != 0 && gesture == m_refusedGesture) return false;
    m_refusedGesture = gesture;
    Q_EMIT noticed(sentence);
    return false;
}

void Session::select(const Selection& selection)
{
    // An edit may have been refused: what does not exist cannot be selected.
    Selection present = selection;
    dropMissing(present.sites, network().sites);
    dropMissing(present.links, network().links);
    dropMissing(present.demands, network().demands);
    dropMissing(present.notes, network().mapNotes);
    if (present == m_selection) return;
    m_selection = present;
    Q_EMIT selectionChanged();
}

ElementRef Session::currentElement() const
{
    return m_selection.size() == 1 ? m_selection.first() : ElementRef();
}

bool Session::isPaused() const { return m_runController->isPaused(); }

void Session::setPaused(bool paused) { m_runController->setPaused(paused); }

bool Session::isFixSearchStopped() const { return m_runController->isSearchStopped(); }
void Session::searchFixes() { m_runController->searchNow(); }

bool Session::isStale() const { return m_evaluation && m_evaluatedRevision != m_document.revision(); }

void Session::open(Network network, const QString& path)
{
    restartPastes();
    m_undoStack.clear();
    m_evaluation.reset();
    m_evaluatedRevision = 0;
    select(Selection());
    m_document.reset(std::move(network));
    setReadOnly(false);
    m_path = path;
    Q_EMIT pathChanged();
    Q_EMIT networkReset();
    Q_EMIT evaluationChanged();
}

void Session::setPath(const QString& path)
{
    m_path = path;
    Q_EMIT pathChanged();
}

void Session::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    Q_EMIT pathChanged();
}

void Session::reveal(const ElementRef& element)
{
    select(element);
    Q_EMIT revealRequested(element);
}

void Session::setComputeState(ComputeState state)
{
    if (state == m_computeState) return;
    m_computeState = state;
    Q_EMIT computeStateChanged();
}

void Session::showEvaluation(std::shared_ptr<const engine::Evaluation> evaluation, Revision revision, double seconds, bool isFinal)
{
    m_evaluation = std::move(evaluation);
    m_evaluatedRevision = revision;
    m_evaluationSeconds = seconds;
    Q_EMIT evaluationChanged();
    if (isFinal && revision == m_document.revision() && m_computeState == ComputeState::Computing) setComputeState(ComputeState::Done);
}

void Session::dropMissingFromSelection()
{
    const bool site = dropMissing(m_selection.sites, network().sites);
    const bool link = dropMissing(m_selection.links, network().links);
    const bool demand = dropMissing(m_selection.demands, network().demands);
    const bool note = dropMissing(m_selection.notes, network().mapNotes);
    if (site || link || demand || note) Q_EMIT selectionChanged();
}

} // namespace bellweave::ui
