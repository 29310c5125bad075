// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/field.h"
#include "model/network/catalog.h"
#include "ui/session/session.h"

#include <map>

namespace bellweave::ui {

/// What the inspector shows: the design itself, or elements of one kind, or a mixture that has few fields in common.
struct Subject {
    enum class Kind { Design, Sites, Links, Demands, Notes, Mixture };
    Kind kind = Kind::Design;
    std::vector<ElementRef> elements;   ///< one empty reference for the design

    bool isSingle() const { return elements.size() == 1; }
    const ElementRef& first() const { return elements.front(); }
};

Subject subjectOf(const Selection& selection);

/// Changes exactly when other fields have to be shown: other elements, other equipment, another kind of link.
QString structureOf(const Network& network, const Subject& subject);
/// True when the patch changes what the subject's fields show.
bool touches(const Patch& patch, const Subject& subject);

/// A field of the catalog at its place in the subject's elements.
struct BoundField {
    const KindRow* kind = nullptr;
    const FieldRow* row = nullptr;
    QString path;                       ///< "processor/memory/t2_s"
};

/// The catalog's fields that every element of the subject has, in the catalog's order. A processor and a repeater share the
/// fields of their hardware, under the path of the first element.
std::vector<BoundField> fieldsOf(const Network& network, const Subject& subject);

/// The value that the elements share, or that they differ.
struct SubjectValue {
    FieldValue value;
    bool mixed = false;
};
/// By the paths of the first element; fields that another element lacks count as mixed. One reading of every element.
using SubjectValues = std::map<QString, SubjectValue>;
SubjectValues valuesOf(const Network& network, const Subject& subject);

/// One edit for all elements. The first Error wins.
Result<Patch> setAll(const Network& network, const Subject& subject, const QString& path, const QString& text);
Result<Patch> resetAll(const Network& network, const Subject& subject, const QString& path);

} // namespace bellweave::ui
