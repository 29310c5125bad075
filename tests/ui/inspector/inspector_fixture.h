// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/build_network.h"
#include "tests/support/test_settings.h"
#include "ui/inspector/field_form.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/quantity_edit.h"

#include <QTest>

namespace bellweave::test {

inline const QString kLength = QStringLiteral("fiber/length_m");
inline const QString kAttenuation = QStringLiteral("fiber/attenuation_db_per_km");

/// An inspector beside a chain of two fibers, the first one selected; its fields are typed into.
class InspectorFixture : public QObject {
    TestSettings m_settings;    // before what asks for settings

protected:
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::InspectorPanel> m_panel;

    ui::QuantityEdit& quantity(const QString& path)
    {
        auto* edit = qobject_cast<ui::QuantityEdit*>(row(path).editor());
        Q_ASSERT_X(edit, "quantity", "the field is a quantity");
        return *edit;
    }
    ui::FieldRowView& row(const QString& path)
    {
        ui::FieldRowView* found = m_panel->form()->row(path);
        if (!found) qFatal("no field %s", qPrintable(path));
        return *found;
    }
    void type(const QString& path, const QString& text)
    {
        ui::QuantityEdit& edit = quantity(path);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
    }
    void enter(const QString& path) { QTest::keyClick(&quantity(path), Qt::Key_Return); }
    std::uint32_t lastSite() const { return m_session->network().sites.rows().back()->id.number(); }
    const FiberLink& fiber(std::uint32_t id = 1) { return std::get<FiberLink>(m_session->network().links.find(LinkId(id))->kind); }

    /// A fresh design and panel.
    void start()
    {
        m_panel.reset();    // it shows the session, so it goes first
        m_session = std::make_unique<ui::Session>();
        m_session->open(aChain(2), {});
        m_panel = std::make_unique<ui::InspectorPanel>(*m_session);
        m_panel->resize(332, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_session->select(ElementRef(LinkId(1)));
    }
};

} // namespace bellweave::test
