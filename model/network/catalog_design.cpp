// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {

FieldRow CatalogRows::price(const QString& path, const QString& label, Dimension dimension, const QString& help, const QString& formula)
{
    return {.path = path, .label = label, .dimension = dimension, .minimum = 0.0, .maximum = 1e12,
            .rangeMessage = tr("%1 is not negative.").arg(label), .help = help, .formula = formula,
            .source = tr("Every price is an estimate; see the preset.")};
}

CatalogRows::Rows CatalogRows::prices()
{
    const QString capital = QStringLiteral("CAPEX = Σ price, annuity = C i/(1 − (1 + i)^(−n))");
    const QString yearly = QStringLiteral("OPEX = Σ yearly cost");
    return {
        preset(QStringLiteral("preset"), QStringLiteral("cost"), tr("Prices that hold where nothing else is typed.")),
        price(QStringLiteral("processor_eur"), tr("Processor"), Dimension::Money, tr("Price of one processor node."), capital),
        price(QStringLiteral("repeater_eur"), tr("Repeater"), Dimension::Money, tr("Price of one repeater node."), capital),
        price(QStringLiteral("station_eur"), tr("Midpoint station"), Dimension::Money, tr("Price of one midpoint station with its detectors."), capital),
        price(QStringLiteral("terminal_eur"), tr("Key terminal"), Dimension::Money, tr("Price of one key terminal: sender, receiver and what keeps others away from them. A site has one for every link that ends there."), capital),
        price(QStringLiteral("pair_source_eur"), tr("Pair source"), Dimension::Money, tr("Price of one source of photon pairs."), capital),
        price(QStringLiteral("telescope_eur"), tr("Telescope"), Dimension::Money, tr("Price of one end of a free-space link, with its pointing and fiber coupling."), capital),
        price(QStringLiteral("ground_station_eur"), tr("Ground station"), Dimension::Money, tr("Price of a telescope for satellites with dome, pointing and adaptive optics."), capital),
        price(QStringLiteral("satellite_eur"), tr("Satellite"), Dimension::Money, tr("Price of a satellite, built and launched, without the quantum equipment that it holds."), capital),
        price(QStringLiteral("hardware_upgrade_eur"), tr("Hardware upgrade"), Dimension::Money,
              tr("Price of making one property of one site's hardware ten times better than its preset; smaller steps in proportion to their logarithm. Projected hardware counts as one."), capital),
        price(QStringLiteral("microwave_line_eur_per_m"), tr("Microwave line"), Dimension::MoneyPerLength,
              tr("Price of one meter of cold waveguide with shields, vacuum and coolers; the refrigerators at its ends belong to the processors."), capital),
        price(QStringLiteral("fiber_eur_per_m_year"), tr("Fiber lease"), Dimension::MoneyPerLengthYear,
              tr("Yearly lease of one meter of dark fiber."), yearly),
        price(QStringLiteral("new_site_eur"), tr("New site"), Dimension::Money, tr("Hut, power and space for one more station."), capital),
        price(QStringLiteral("new_site_eur_per_year"), tr("New site, yearly"), Dimension::MoneyPerYear, tr("Rent and upkeep of one more station."), yearly),
        price(QStringLiteral("processor_power_w"), tr("Processor power"), Dimension::Power, tr("Electrical power of one processor node."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("repeater_power_w"), tr("Repeater power"), Dimension::Power, tr("Electrical power of one repeater node."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("station_power_w"), tr("Midpoint station power"), Dimension::Power, tr("Electrical power of one midpoint station."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("terminal_power_w"), tr("Key terminal power"), Dimension::Power, tr("Electrical power of one key terminal."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("pair_source_power_w"), tr("Pair source power"), Dimension::Power, tr("Electrical power of one source of photon pairs."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("microwave_line_w_per_m"), tr("Microwave line cooling"), Dimension::PowerPerLength,
              tr("Electrical power that refrigeration of one meter of cold waveguide takes."), QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("telescope_power_w"), tr("Telescope power"), Dimension::Power, tr("Electrical power of one end of a free-space link."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
        price(QStringLiteral("ground_station_power_w"), tr("Ground station power"), Dimension::Power, tr("Electrical power of a telescope for satellites with its dome."),
              QStringLiteral("E = P · PUE · 8766 h/a")),
    };
}

CatalogRows::Rows CatalogRows::running()
{
    const auto factor = [](const QString& path, const QString& label, Dimension dimension, double low, double high,
                           const QString& message, const QString& help, const QString& formula) {
        return FieldRow{.path = path, .label = label, .dimension = dimension, .minimum = low, .maximum = high, .rangeMessage = message,
                        .help = help, .formula = formula, .source = tr("Every price is an estimate; see the preset.")};
    };
    const QString annuity = QStringLiteral("annuity = C i/(1 − (1 + i)^(−n))");
    return {
        price(QStringLiteral("electricity_eur_per_kwh"), tr("Electricity"), Dimension::MoneyPerEnergy, tr("Price of one kilowatt hour."),
              QStringLiteral("OPEX = E · tariff")),
        factor(QStringLiteral("power_usage_effectiveness"), tr("Power usage effectiveness"), Dimension::Number, 1.0, 10.0,
               tr("All power over the power of the equipment lies between 1 and 10."), tr("All power drawn over the power of the equipment."),
               QStringLiteral("E = P · PUE · 8766 h/a")),
        factor(QStringLiteral("maintenance_fraction_per_year"), tr("Maintenance"), Dimension::Fraction, 0.0, 1.0,
               tr("Maintenance per year lies between 0 and all of the price."), tr("Yearly maintenance as a share of the price."),
               QStringLiteral("OPEX = m · CAPEX")),
        factor(QStringLiteral("interest_rate"), tr("Interest rate"), Dimension::Fraction, 0.0, 1.0,
               tr("The interest rate lies between 0 and 100 %."), tr("Yearly interest on the capital."), annuity),
        factor(QStringLiteral("lifetime_years"), tr("Service life"), Dimension::Years, 0.1, 200.0,
               tr("A service life lies between 0.1 and 200 years."), tr("Years over which the price is spread."), annuity),
    };
}

std::vector<KindRow> CatalogRows::demandKinds()
{
    const QString demand = QStringLiteral("demand");
    const FieldCondition forPairs{QStringLiteral("purpose"), {QStringLiteral("entanglement")}}, forKey{QStringLiteral("purpose"), {QStringLiteral("secret-key")}};
    const Rows needs{
        {.path = QStringLiteral("purpose"), .label = tr("Asks for"), .type = FieldType::Choice,
         .help = tr("Entangled pairs, or secret key however it is made. A demand for key may be served over trusted nodes; one for entanglement never is."),
         .choices = {kPurposeTexts.begin(), kPurposeTexts.end()}},
        {.path = QStringLiteral("min_fidelity"), .label = tr("Fidelity, at least"), .dimension = Dimension::Fraction, .minimum = 0.5,
         .maximum = 1.0, .rangeMessage = tr("Above 0.5: below that no entanglement is left."),
         .help = tr("Smallest fidelity of a delivered pair with the ideal Bell pair. A demand for key asks for none."), .formula = QStringLiteral("F = ⟨Φ⁺|ρ|Φ⁺⟩"),
         .source = QStringLiteral("Definition"), .countsWhen = forPairs},
        {.path = QStringLiteral("min_rate_hz"), .label = tr("Rate, at least"), .dimension = Dimension::Rate, .minimum = 1e-6,
         .maximum = 1e9, .rangeMessage = tr("Enter a rate above zero."), .help = tr("Delivered pairs per second; not asked for where the demand is for key."), .countsWhen = forPairs},
        {.path = QStringLiteral("min_key_rate_bps"), .label = tr("Key rate, at least"), .dimension = Dimension::BitRate, .minimum = 1e-9,
         .maximum = 1e12, .rangeMessage = tr("Enter a rate above zero."), .help = tr("Bits of secret key per second, where the demand asks for key."), .countsWhen = forKey},
        {.path = QStringLiteral("max_latency_s"), .label = tr("Latency p95, at most"), .dimension = Dimension::Duration, .minimum = 1e-9,
         .maximum = 1e9, .rangeMessage = tr("Enter a time above zero."),
         .help = tr("Time within which 95 % of the requests for a pair are served; no limit when absent."),
         .formula = QStringLiteral("P(T ≤ t) ≥ 0.95"), .source = QStringLiteral("Distribution of the time from request to usable pair"), .optional = true, .absent = tr("no limit")},
        notes()};
    const QString codes = QStringLiteral("S. Muralidharan et al., Sci. Rep. 6, 20463 (2016); S. Muralidharan et al., PRL 112, 250501 (2014)");
    const QString repeaters = QStringLiteral("protocol/repeaters");
    const FieldCondition encoded{repeaters, {QStringLiteral("encoded-memories")}}, oneWay{repeaters, {QStringLiteral("one-way")}};
    const auto codeSize = [&](const QString& path, const QString& label, const QString& help, const FieldCondition& counts) {
        return FieldRow{.path = path, .label = label, .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = 1.0, .maximum = 1000.0,
                        .rangeMessage = tr("A code has 1 to 1 000 parts here."), .help = help, .formula = QStringLiteral("P = [1−(1−η)^m]^n − [1−(1−η)^m−η^m]^n"), .source = codes, .countsWhen = counts};
    };
    const Rows protocol{
        {.path = QStringLiteral("generation"), .label = tr("Heralding"), .type = FieldType::Choice,
         .help = tr("How elementary pairs are heralded: by clicks at a station between the memories, by a memory that absorbs what the other sends, or by two that absorb the photons of a pair source. Automatic tries every scheme that a link's hardware allows and keeps what serves the demand best."),
         .source = QStringLiteral("C. Cabrillo et al., PRA 59, 1025 (1999); S. D. Barrett and P. Kok, PRA 71, 060310(R) (2005); C. Jones et al., New J. Phys. 18, 083015 (2016)"),
         .choices = {kGenerationTexts.begin(), kGenerationTexts.end()}},
        {.path = QStringLiteral("bright_population"), .label = tr("Bright-state weight"), .dimension = Dimension::Fraction,
         .minimum = 1e-6, .maximum = 0.5, .rangeMessage = tr("The weight lies above 0 and is at most 0.5."),
         .help = tr("Weight of the emitting state in single-click heralding; chosen for the demand when absent."),
         .formula = QStringLiteral("F → 1 − a for small η"), .source = QStringLiteral("C. Cabrillo et al., PRA 59, 1025 (1999)"),
         .optional = true, .countsWhen = {QStringLiteral("protocol/generation"), {QStringLiteral("automatic"), QStringLiteral("single-click")}}},
        {.path = QStringLiteral("distillation"), .label = tr("Distillation"), .type = FieldType::Choice,
         .help = tr("Whether and how pairs are distilled, those of a link before they are swapped and those of several. Automatic tries every "
                    "kind where stations have at least two link qubits for a link, and keeps what serves the demand best. Nested: pairs that "
                    "have passed the same rounds. Pumped: always fresh ones. Werner: nested, pairs made isotropic before (BBPSSW). Double "
                    "selection: a third pair watches over the second. Photon loss: of two single-click pairs, which removes lost photons and "
                    "a phase that both share (EPL); noise of the optical phase counts as shared. One kind chosen allows that one beside pairs "
                    "as heralded. The last three are of links alone. A plan in words goes first."),
         .formula = QStringLiteral("F′ = (p₀q₀ + p₁q₁)/N"), .source = QStringLiteral("C. H. Bennett et al., PRL 76, 722 (1996); D. Deutsch et al., PRL 77, 2818 (1996); W. Dür et al., PRA 59, 169 (1999); "
                                  "E. T. Campbell and S. C. Benjamin, PRL 101, 130502 (2008); K. Fujii and K. Yamamoto, PRA 80, 042308 (2009)"),
         .choices = {kDistillationTexts.begin(), kDistillationTexts.end()}},
        {.path = QStringLiteral("order"), .label = tr("Order of swaps"), .type = FieldType::Choice,
         .help = tr("In which order the hops of the route are joined. Automatic searches orders, waits and distillation on the way "
                    "and keeps what serves the demand best."),
         .source = QStringLiteral("H.-J. Briegel et al., PRL 81, 5932 (1998); L. Kamin et al., Phys. Rev. Research 5, 023086 (2023)"),
         .choices = {kSwapOrderTexts.begin(), kSwapOrderTexts.end()}},
        {.path = QStringLiteral("wait_limit_s"), .label = tr("Wait, at most"), .dimension = Dimension::Duration, .minimum = 0.0,
         .maximum = 1e9, .rangeMessage = tr("A wait is not negative."),
         .help = tr("Longest time that one of two pairs waits to be joined with the other; then both are given up. Chosen when absent."),
         .formula = QStringLiteral("|t₁ − t₂| ≤ τ"), .source = QStringLiteral("B. Li, T. Coopmans and D. Elkouss, IEEE Trans. Quantum Eng. 2, 4103015 (2021)"),
         .optional = true},
        {.path = QStringLiteral("plan"), .label = tr("Plan"), .type = FieldType::Text,
         .help = tr("The whole order as text, in place of order and wait: “((1 nested 2 + 2) within 5 ms + 3) pumped 1”. Numbers are "
                    "the hops of the route; what stands in brackets is joined first; “nested” and “pumped” are rounds of distillation. "
                    "Empty: searched.")},
        {.path = QStringLiteral("repeaters"), .label = tr("Repeaters"), .type = FieldType::Choice,
         .help = tr("What keeps errors down over many hops. Memories: heralded pairs are swapped, and distilled on the way. Encoded "
                    "memories: each hop makes a pair for every qubit of a code, which corrects errors of pairs and operations. One way: "
                    "light carries a code that survives its loss on every hop; more than half of the photons must arrive."),
         .source = codes, .choices = {kRepeaterGenerationTexts.begin(), kRepeaterGenerationTexts.end()}},
        codeSize(QStringLiteral("code_qubits"), tr("Code, qubits"), tr("Qubits of the code of encoded memories: 7 of Steane's, 23 of Golay's."), encoded),
        {.path = QStringLiteral("code_corrects"), .label = tr("Code, corrects"), .type = FieldType::Integer, .dimension = Dimension::Count,
         .minimum = 0.0, .maximum = 100.0, .rangeMessage = tr("A code corrects 0 to 100 wrong qubits here."),
         .help = tr("Wrong qubits that the code of encoded memories corrects: 1 of Steane's, 3 of Golay's."),
         .formula = QStringLiteral("Q = Σ_{j>t} C(n, j) e^j (1−e)^(n−j)"), .source = codes, .countsWhen = encoded},
        codeSize(QStringLiteral("code_blocks"), tr("Code, blocks"), tr("Blocks of a one-way parity code."), oneWay),
        codeSize(QStringLiteral("code_photons"), tr("Code, photons"), tr("Photons in each block of a one-way parity code."), oneWay),
        {.path = QStringLiteral("key"), .label = tr("Key protocol"), .type = FieldType::Choice,
         .help = tr("How secret key is made of the delivered pairs: BBM92 in two bases, six-state in three, or device-independent "
                    "from a violation of the CHSH inequality. Asymptotic, one-way error correction."),
         .source = QStringLiteral("C. H. Bennett et al., PRL 68, 557 (1992); H.-K. Lo, Quantum Inf. Comput. 1, 81 (2001); "
                                  "A. Acín et al., PRL 98, 230501 (2007)"),
         .choices = {kKeyProtocolTexts.begin(), kKeyProtocolTexts.end()}},
        {.path = QStringLiteral("key_correction"), .label = tr("Error correction overhead"), .minimum = 1.0, .maximum = 2.0,
         .rangeMessage = tr("Error correction discloses at least the Shannon limit: 1 or more."),
         .help = tr("Bits that error correction discloses over the Shannon limit; codes in use reach 1.05 to 1.2."),
         .formula = QStringLiteral("r = 1 − h(e_phase) − f h(e_bit)"),
         .source = QStringLiteral("P. W. Shor and J. Preskill, PRL 85, 441 (2000)")}};
    return {{{}, demand, tr("Demand"), tr("Who wants entangled pairs or secret key with whom, how good and how many."),
             joined({identity(), {end(QStringLiteral("from"), tr("From")), end(QStringLiteral("to"), tr("To"))}, needs})},
            {QStringLiteral("protocol"), demand, tr("Protocol"), tr("How the demand is served."), joined({protocol, keyProtocol()})},
            trafficKind()};
}

std::vector<KindRow> CatalogRows::noteKinds()
{
    const QString note = QStringLiteral("map_note");
    const FieldRow text{.path = QStringLiteral("text"), .label = tr("Text"), .type = FieldType::Text, .help = tr("What stands on the map.")};
    return {{{}, note, tr("Note"), tr("A text on the map."), {identity().front(), text}},
            {QStringLiteral("position"), note, tr("Position"), tr("Where on the map the note stands."), position()}};
}

std::vector<KindRow> CatalogRows::designKinds()
{
    const QString design = QStringLiteral("design");
    const Rows about{
        {.path = QStringLiteral("name"), .label = tr("Name"), .type = FieldType::Text, .help = tr("Title of the design.")},
        {.path = QStringLiteral("question"), .label = tr("Question"), .type = FieldType::Text, .help = tr("What the design is meant to answer.")},
        notes()};
    const Rows settings{
        {.path = QStringLiteral("seed"), .label = tr("Seed"), .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = 0.0,
         .maximum = 18446744073709551615.0, .rangeMessage = tr("A seed is a whole number, not negative."),
         .help = tr("Start of every random draw; the same seed gives the same numbers.")},
        {.path = QStringLiteral("route_factor"), .label = tr("Route factor"), .minimum = 1.0, .maximum = 10.0,
         .rangeMessage = tr("Glass is not shorter than the straight line; the factor lies between 1 and 10."),
         .help = tr("Length of glass over geodesic, for links without a typed length."), .formula = QStringLiteral("L = ρ · d_geodesic"),
         .source = tr("1.4 is an assumption; 1.64 (Hefei), 2.3 (Innsbruck) and 2.5 (Delft–The Hague) are known")},
        {.path = QStringLiteral("ends_hold"), .label = tr("Ends hold their half"), .type = FieldType::Toggle,
         .help = tr("End stations keep their half, and let it decay, until the last swap is known.")},
        {.path = QStringLiteral("decay_from_emission"), .label = tr("Decay from emission"), .type = FieldType::Toggle,
         .help = tr("Decay starts when the photon leaves; otherwise when the herald arrives.")},
        {.path = QStringLiteral("handshake_trips"), .label = tr("Handshake, ways"), .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = 0.0, .maximum = 100.0,
         .rangeMessage = tr("0 to 100 ways of messages."),
         .help = tr("Ways of classical messages along a link before each of its heralded attempts, beside that of the herald: 0 where attempts are clocked, 2 where the ends ask each other before each one. Pulses of pair sources and measured links have none."),
         .formula = QStringLiteral("T = t_preparation + t_herald + n L/c"), .source = QStringLiteral("X. Wu et al., Quantum Sci. Technol. 6, 045027 (2021)")},
        {.path = QStringLiteral("links_restart"), .label = tr("Links begin again together"), .type = FieldType::Toggle,
         .help = tr("In simulations all links of a demand begin again together after a delivery, as analytic waits count; otherwise each runs on as soon as it has free qubits, which is faster.")},
        {.path = QStringLiteral("policy"), .label = tr("Who goes first"), .type = FieldType::Choice,
         .help = tr("Where simulated demands compete for a link or for qubits: who has asked longest, everybody in turn, the one of higher priority, the one that was served less, or the one whose deadline is nearest."),
         .choices = {kServicePolicyTexts.begin(), kServicePolicyTexts.end()}},
        {.path = QStringLiteral("states"), .label = tr("States of pairs"), .type = FieldType::Choice,
         .help = tr("What simulations in time know of a pair: its Bell-diagonal part, as the analytic numbers do, or its whole density matrix with memories that relax to |0⟩ and what single clicks leave uneven. Some times slower; for small networks."),
         .source = QStringLiteral("M. A. Nielsen and I. L. Chuang, Quantum Computation and Quantum Information, sections 8.3 and 9"), .choices = {kStateModelTexts.begin(), kStateModelTexts.end()}},
        {.path = QStringLiteral("reroutes"), .label = tr("Ways around"), .type = FieldType::Toggle,
         .help = tr("In simulations a demand goes the best other way around what is known not to work, and back when it works again. What was on its way is let go then.")},
        duration(QStringLiteral("reaction_s"), tr("Reaction"), 0.0, tr("From a fault or repair until demands go other ways: to notice it, to decide and to tell the stations. Schedules are known before."), {}, false),
        duration(QStringLiteral("controller_uptime_s"), tr("Controller, time to a fault"), 1e-6, tr("Mean time from a repair of what decides about ways to its next fault, exponential. While it is out, all stay as they are. No faults when absent."), {}, true),
        duration(QStringLiteral("controller_repair_s"), tr("Controller, repair"), 1e-6, tr("Mean time of its repair, exponential; counts where a time to a fault is given."), {}, false),
        {.path = QStringLiteral("controller_outages"), .label = tr("Controller, outages"), .type = FieldType::Text,
         .help = tr("Times of a simulation in which it does not work: “10 s to 15 s; 2 h to 3 h”.")},
        {.path = QStringLiteral("marginal_band"), .label = tr("Marginal band"), .dimension = Dimension::Fraction, .minimum = 0.0,
         .maximum = 1.0, .rangeMessage = tr("The band lies between 0 and 1."),
         .help = tr("Relative distance from a limit within which a verdict is “marginal”.")}};
    Rows map;
    for (int i = 1; i <= 5; ++i)
        map.push_back({.path = QStringLiteral("fidelity_limit_%1").arg(i), .label = tr("Fidelity limit %1").arg(i),
                       .dimension = Dimension::Fraction, .minimum = 0.0, .maximum = 1.0,
                       .rangeMessage = tr("A fidelity lies between 0 and 1."),
                       .help = tr("Limits part the six colors of fidelity from each other, in ascending order. A limit belongs to the class above it.")});
    const auto corner = [](const QString& path, const QString& label) {
        return FieldRow{.path = path, .label = label, .type = FieldType::Choice, .help = tr("The corner of the map in which it stands."),
                        .choices = {kCornerTexts.begin(), kCornerTexts.end()}};
    };
    map.insert(map.end(), {corner(QStringLiteral("legend_corner"), tr("Legend")), corner(QStringLiteral("scale_bar_corner"), tr("Scale bar")),
                           corner(QStringLiteral("zoom_buttons_corner"), tr("Zoom buttons")),
                           corner(QStringLiteral("overview_corner"), tr("Overview map"))});
    return {{{}, design, tr("Design"), tr("What belongs to the design as a whole."), about},
            {QStringLiteral("costs"), design, tr("Costs"), tr("Prices and power of everything a design is made of."), joined({prices(), running()})},
            {QStringLiteral("settings"), design, tr("Settings"), tr("Choices that shape the numbers of an evaluation."), settings},
            timeKind(),
            {QStringLiteral("map"), design, tr("Map"), tr("How the map of the design is drawn."), map},
            reportKind()};
}

} // namespace bellweave
