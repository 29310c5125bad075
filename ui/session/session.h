// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/edit/document.h"
#include "model/network/element_set.h"

#include <QObject>
#include <QUndoStack>
#include <memory>
#include <set>

namespace bellweave::ui {

class BackgroundWork;
class OwnPresets;
class Preview;
class RunController;

/// What is selected.
using Selection = ElementSet;

/// How far the shown numbers are behind the document.
enum class ComputeState { Idle, Computing, Done, Paused, Failed };

/// One open design as the window's parts see it: the document, its undo stack, what is selected, the latest numbers.
/// Every part asks and tells the session; parts do not know each other.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    const Network& network() const { return m_document.network(); }
    Document& document() { return m_document; }
    QUndoStack& undoStack() { return m_undoStack; }

    /// A number that marks all pushes of one mouse or key gesture; pushes of one gesture merge into one undo step.
    int beginGesture() { return ++m_lastGesture; }
    /// Applies an edit and makes it undoable. `gesture` 0: a step of its own. Empty and no-op edits leave no step;
    /// a gesture that ends where it began leaves none either. A read-only design refuses, and says so.
    /// False when the design refuses: it is read-only, or an element is locked.
    bool push(const Patch& patch, const QString& text, int gesture = 0);

    const Selection& selection() const { return m_selection; }
    void select(const Selection& selection);
    void select(const ElementRef& element) { select(setOf(element)); }
    /// The one selected element, or none when nothing or several are selected.
    ElementRef currentElement() const;

    /// The newest numbers, possibly of an older revision; null before the first.
    std::shared_ptr<const engine::Evaluation> evaluation() const { return m_evaluation; }
    ComputeState computeState() const { return m_computeState; }
    /// What went wrong while the state is Failed, as a sentence.
    const QString& failure() const { return m_failure; }
    /// While paused, edits are not evaluated and the numbers shown get stale. Opening a design resumes.
    bool isPaused() const;
    void setPaused(bool paused);
    /// No search for fixes of the present design runs or will: it was cancelled, or is not begun by itself.
    bool isFixSearchStopped() const;
    /// Searches for fixes of the present design once more.
    void searchFixes();
    /// What runs behind the window.
    BackgroundWork& work() const { return *m_work; }
    /// True while the shown numbers are not of the present revision.
    bool isStale() const;
    /// Wall time of the last full evaluation, s.
    double lastEvaluationSeconds() const { return m_evaluationSeconds; }
    Revision evaluatedRevision() const { return m_evaluatedRevision; }

    /// Replaces the design (new, open, example). `path` is empty for untitled ones.
    void open(Network network, const QString& path);
    const QString& path() const { return m_path; }
    void setPath(const QString& path);
    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    /// How many copies were pasted since something was copied here.
    int pastes() const { return m_pastes; }
    void countPaste() { ++m_pastes; }
    void restartPastes() { m_pastes = 0; }

    /// The change that is looked at before it is made.
    Preview& preview() const { return *m_preview; }
    /// The presets that the user keeps.
    OwnPresets& ownPresets() const { return *m_ownPresets; }

    /// Asks every view to bring an element into view and make it current.
    void reveal(const ElementRef& element);

Q_SIGNALS:
    void networkChanged(const bellweave::Patch& patch);
    void networkReset();
    void selectionChanged();
    void evaluationChanged();
    void computeStateChanged();
    void pathChanged();
    void revealRequested(const bellweave::ElementRef& element);
    /// A sentence for the status bar.
    void noticed(const QString& sentence);

private:
    friend class RunController;
    void setComputeState(ComputeState state);
    void showEvaluation(std::shared_ptr<const engine::Evaluation> evaluation, Revision revision, double seconds, bool isFinal);
    void dropMissingFromSelection();
    bool refuse(const QString& sentence, int gesture);

    Document m_document;
    QUndoStack m_undoStack;
    Selection m_selection;
    std::shared_ptr<const engine::Evaluation> m_evaluation;
    ComputeState m_computeState = ComputeState::Idle;
    Revision m_evaluatedRevision = 0;
    double m_evaluationSeconds = 0.0;
    QString m_path;
    bool m_readOnly = false;
    int m_lastGesture = 0;
    int m_refusedGesture = 0;
    int m_pastes = 0;
    QString m_failure;
    BackgroundWork* m_work;
    OwnPresets* m_ownPresets;
    std::unique_ptr<RunController> m_runController;
    std::unique_ptr<Preview> m_preview;
};

} // namespace bellweave::ui
