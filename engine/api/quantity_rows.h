// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/quantities.h"

#include <QCoreApplication>

namespace bellweave::engine {

/// For the rows' words.
struct QuantityText {
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

/// Sources that several rows name.
namespace sources {
inline QString definition() { return QuantityText::tr("Definition"); }
inline QString plob() { return QStringLiteral("Pirandola, Laurenza, Ottaviani & Banchi, Nature Communications 8, 15043 (2017)"); }
inline QString chainBound() { return plob() + QStringLiteral("; Pirandola, Communications Physics 2, 51 (2019)"); }
inline QString swap() { return QStringLiteral("Briegel, Dür, Cirac & Zoller, PRL 81, 5932 (1998)"); }
inline QString waits() { return QStringLiteral("Kamin, Shchukin, Schmidt & van Loock, Phys. Rev. Research 5, 023086 (2023)"); }
inline QString plans() { return QStringLiteral("Brand, Coopmans & Elkouss, IEEE J. Sel. Areas Commun. 38, 619 (2020)"); }
inline QString clicks()
{
    return QStringLiteral("Cabrillo et al., PRA 59, 1025 (1999); Barrett & Kok, PRA 71, 060310 (2005)");
}
inline QString distillation()
{
    return QStringLiteral("Deutsch et al., PRL 77, 2818 (1996); Dür, Briegel, Cirac & Zoller, PRA 59, 169 (1999); Bennett et al., PRL 76, 722 (1996); "
                          "Fujii & Yamamoto, PRA 80, 042308 (2009); Campbell & Benjamin, PRL 101, 130502 (2008)");
}
inline QString attempts() { return QStringLiteral("Sangouard et al., Rev. Mod. Phys. 83, 33 (2011)"); }
inline QString keys()
{
    return QStringLiteral("Shor & Preskill, PRL 85, 441 (2000); Lo, Quantum Inf. Comput. 1, 81 (2001); Acín et al., PRL 98, 230501 (2007)");
}
inline QString fiber() { return QStringLiteral("Agrawal, Fiber-Optic Communication Systems, section 2.5"); }
} // namespace sources

std::vector<Quantity> linkQuantities();
std::vector<Quantity> demandQuantities();
std::vector<Quantity> hopQuantities();
std::vector<Quantity> planQuantities();
std::vector<Quantity> relayQuantities();
std::vector<Quantity> designQuantities();
std::vector<Quantity> plotQuantities();

} // namespace bellweave::engine
