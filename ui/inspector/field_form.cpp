// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/field_form.h"

#include "engine/analytic/plan_steps.h"
#include "engine/api/evaluator.h"
#include "engine/feasibility/physics_findings.h"
#include "model/network/element_name.h"
#include "ui/inspector/block.h"
#include "ui/inspector/kind_choice.h"
#include "ui/library/preset_dialogs.h"
#include "ui/session/own_presets.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

/// Name and notes have places of their own in the inspector; an id belongs to one element only.
bool isShownHere(const FieldRow& row, const Subject& subject)
{
    if (row.path == u"id") return subject.isSingle();
    return row.path != u"name" && row.path != u"notes";
}

/// A demand's requirements come first, who it is comes last; prices come after the cost they make, then how map and report look.
bool comesLast(const BoundField& field)
{
    static const QStringList design{QStringLiteral("costs"), QStringLiteral("map"), QStringLiteral("report")};
    if (design.contains(field.kind->key)) return true;
    static const QStringList identity{QStringLiteral("id"), QStringLiteral("from"), QStringLiteral("to")};
    return field.kind->element == u"demand" && identity.contains(field.path);
}

/// Fields of one part stand together: "memory" of "memory/t2_s". A position belongs to the element itself.
QString partOf(const BoundField& field)
{
    if (comesLast(field) && field.kind->key.isEmpty()) return QStringLiteral("identity");
    const QString part = field.row->path.section(u'/', 0, -2).section(u'/', 0, 0);
    return part == u"position" ? QString() : part;
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FieldForm)
};

QString partTitle(const QString& part)
{
    static const std::map<QString, QString> titles{
        {QStringLiteral("memory"), Text::tr("Memory")},          {QStringLiteral("source"), Text::tr("Photon source")},
        {QStringLiteral("gates"), Text::tr("Gates")},            {QStringLiteral("detector"), Text::tr("Detector")},
        {QStringLiteral("station"), Text::tr("Heralding station")}, {QStringLiteral("protocol"), Text::tr("How it works")},
        {QStringLiteral("identity"), Text::tr("Identity")}};
    const auto title = titles.find(part);
    return title != titles.end() ? title->second : part.left(1).toUpper() + part.mid(1);
}

QString blockTitle(const KindRow& kind, const QString& part)
{
    if (!part.isEmpty()) return partTitle(part);
    if (kind.element == u"demand") return kind.key.isEmpty() ? Text::tr("Required") : Text::tr("How it works");
    if (kind.key.isEmpty() && kind.element != u"design") return Text::tr("Identity");
    return kind.key == u"costs" ? Text::tr("Prices") : kind.label;
}

} // namespace

FieldForm::FieldForm(Session& session, Subject subject, QWidget* parent)
    : QWidget(parent), m_session(session), m_subject(std::move(subject)), m_late(new QWidget), m_fields(fieldsOf(session.network(), m_subject))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* lateColumn = new QVBoxLayout(m_late);
    lateColumn->setContentsMargins(0, 0, 0, 0);
    lateColumn->setSpacing(0);
    std::stable_partition(m_fields.begin(), m_fields.end(), [](const BoundField& field) { return !comesLast(field); });
    for (const BoundField& field : m_fields) {
        if (!isShownHere(*field.row, m_subject)) continue;
        addRow(field);
    }
    if (QWidget* choice = makeKindChoice(m_session, m_subject, this)) {
        auto* identity = m_blocks.empty() ? nullptr : findChild<Block*>(QStringLiteral("block-%1--").arg(m_fields.front().kind->element));
        if (identity) identity->content().insertWidget(0, choice);
        else column->insertWidget(0, choice);
    }
    refresh();
}

FieldForm::~FieldForm()
{
    delete m_late;
}

Block& FieldForm::blockFor(const BoundField& field)
{
    const QString part = partOf(field);
    // Where a site stands belongs to what it is.
    const QString key = field.kind->key == u"position" ? QString() : field.kind->key;
    const QString id = QStringLiteral("%1-%2-%3").arg(field.kind->element, key, part);
    Block*& block = m_blocks[id];
    if (!block) {
        block = new Block(id, blockTitle(*field.kind, part));
        (comesLast(field) ? m_late->layout() : layout())->addWidget(block);
    }
    return *block;
}

void FieldForm::addRow(const BoundField& field)
{
    auto* view = new FieldRowView(field);
    blockFor(field).content().addWidget(view);
    m_rows.push_back(view);
    const QString path = field.path;
    connect(view, &FieldRowView::edited, this, [this, view, path](const QString& text, int run) {
        const bool resets = text.isEmpty() && view->field().row->optional;
        apply(*view, resets ? resetAll(m_session.network(), m_subject, path) : setAll(m_session.network(), m_subject, path, text), text, run);
    });
    connect(view, &FieldRowView::resetWanted, this, [this, view, path] {
        apply(*view, resetAll(m_session.network(), m_subject, path), {}, 0);
    });
    connect(view, &FieldRowView::reverted, this, &FieldForm::refresh);
    if (field.row->type == FieldType::Preset) followPresets(*view);
    if (isPlan(*view)) view->offerPinning();
}

bool FieldForm::isPlan(const FieldRowView& row) const { return m_subject.isSingle() && row.field().path == u"protocol/plan"; }

QString FieldForm::derivedPlan() const
{
    const auto* id = std::get_if<DemandId>(&m_subject.first());
    const auto evaluation = m_session.evaluation();
    const engine::DemandResult* result = id && evaluation ? evaluation->find(*id) : nullptr;
    return result ? engine::planText(*result) : QString();
}

void FieldForm::followPresets(FieldRowView& row)
{
    connect(&m_session.ownPresets(), &OwnPresets::changed, &row, [this, &row] {
        row.refreshPresets();
        refresh();
    });
    if (!m_subject.isSingle()) return;
    row.offerSaving();
    connect(&row, &FieldRowView::savePresetWanted, this, [this, kind = row.field().row->choices.front()] {
        askToSavePreset(m_session, *this, m_subject.first(), kind);
    });
}

int FieldForm::gestureOf(int run)
{
    if (run == 0) return 0;
    if (run != m_run) m_gesture = m_session.beginGesture();
    m_run = run;
    return m_gesture;
}

void FieldForm::apply(FieldRowView& row, const Result<Patch>& patch, const QString& text, int run)
{
    if (!patch) return row.showMessage(patch.error().sentence);
    if (const auto impossible = engine::shorterThanStraight(m_session.network(), *patch)) return row.showMessage(*impossible);
    row.showMessage({});
    const QString label = row.field().row->label;
    const QString step = text.isEmpty() ? tr("Reset %1").arg(label) : tr("Set %1").arg(label);
    const bool isOfOne = m_subject.isSingle() && m_subject.kind != Subject::Kind::Design;
    const QString name = isOfOne ? elementName(m_session.network(), m_subject.first()) : QString();
    m_session.push(*patch, isOfOne ? tr("%1 of %2", "undo step, element").arg(step, name) : step, gestureOf(run));
    refresh();
}

std::optional<double> FieldForm::derivedNumber(const QString& path) const
{
    const auto evaluation = m_session.evaluation();
    if (!m_subject.isSingle() || !evaluation || !path.endsWith(QStringLiteral("/length_m"))) return std::nullopt;
    const auto length = evaluation->derivedLength(m_subject.first());
    return length ? std::optional(length->si()) : std::nullopt;
}

/// What is odd about a valid value, from the engine's newest numbers; empty when nothing is.
QString FieldForm::warningFor(const QString& path) const
{
    const LinkId* link = m_subject.isSingle() ? std::get_if<LinkId>(&m_subject.first()) : nullptr;
    const auto evaluation = m_session.evaluation();
    const engine::LinkResult* result = link && evaluation ? evaluation->find(*link) : nullptr;
    if (!result || !path.endsWith(QStringLiteral("/length_m")) || result->lengthDerived || !result->geodesic) return {};
    if (!engine::isShorterThanStraight(*result)) return {};
    return engine::shorterThanStraightText(*result->geodesic);
}

bool FieldForm::counts(const FieldRow& row) const
{
    const auto condition = m_values.find(row.countsWhen.path);
    if (row.countsWhen.path.isEmpty() || condition == m_values.end() || condition->second.mixed) return true;
    const std::vector<QString>& choices = row.countsWhen.choices;
    return std::find(choices.begin(), choices.end(), condition->second.value.text) != choices.end();
}

void FieldForm::refreshRow(FieldRowView& row)
{
    const QString& path = row.field().path;
    row.setHidden(!counts(*row.field().row));
    row.setOrigin(presetOrigin(m_presets, path));
    const auto value = m_values.find(path);
    row.showValue(value == m_values.end() ? SubjectValue() : value->second, derivedNumber(path));
    if (isPlan(row)) row.showDerivedText(derivedPlan());
    row.showWarning(warningFor(path));
}

void FieldForm::refresh()
{
    m_values = valuesOf(m_session.network(), m_subject);
    m_presets = presetScopes(m_values, m_fields);
    for (FieldRowView* row : m_rows) refreshRow(*row);
}

void FieldForm::refreshDerived()
{
    for (FieldRowView* row : m_rows)
        if (row->field().row->optional || isPlan(*row)) refreshRow(*row);
}

void FieldForm::discardEdits()
{
    for (FieldRowView* row : m_rows) row->disconnect(this);
}

void FieldForm::setEditable(bool editable)
{
    for (FieldRowView* row : m_rows) row->setEditable(editable);
    if (QWidget* choice = findChild<QWidget*>(QStringLiteral("kindChoice"))) choice->setEnabled(editable);
}

FieldRowView* FieldForm::row(const QString& path) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const FieldRowView* row) { return row->field().path == path; });
    return found == m_rows.end() ? nullptr : *found;
}

void FieldForm::focusFirstField()
{
    if (!m_rows.empty()) m_rows.front()->editor()->setFocus(Qt::TabFocusReason);
}

} // namespace bellweave::ui
