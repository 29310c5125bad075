// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"

#include <Eigen/Dense>
#include <complex>
#include <numbers>
#include <vector>

namespace bellweave::test {

using Complex = std::complex<double>;
using Matrix = Eigen::MatrixXcd;

inline Matrix matrix2(Complex a, Complex b, Complex c, Complex d)
{
    Matrix result(2, 2);
    result(0, 0) = a;
    result(0, 1) = b;
    result(1, 0) = c;
    result(1, 1) = d;
    return result;
}

/// A density matrix of a few qubits, two for each pair: a slow twin of what the engine does with weights. Qubit 2i and 2i+1
/// are the two ends of pair i; qubit 0 is the most significant bit of an index.
class PairCircuit {
public:
    static Matrix x() { return matrix2(0, 1, 1, 0); }
    static Matrix z() { return matrix2(1, 0, 0, -1); }
    static Matrix hadamard() { return matrix2(1, 1, 1, -1) / std::numbers::sqrt2; }

    explicit PairCircuit(const std::vector<engine::BellDiagonal>& pairs) : m_qubits(2 * static_cast<int>(pairs.size()))
    {
        m_rho = Matrix::Identity(1, 1);
        for (const engine::BellDiagonal& pair : pairs) {
            Matrix one = Matrix::Zero(4, 4);
            for (std::size_t i = 0; i < 4; ++i) one += pair.weights[i] * bell(i) * bell(i).adjoint();
            m_rho = product(m_rho, one);
        }
    }
    /// Pairs in any states.
    explicit PairCircuit(const std::vector<Matrix>& pairs) : m_qubits(2 * static_cast<int>(pairs.size()))
    {
        m_rho = Matrix::Identity(1, 1);
        for (const Matrix& pair : pairs) m_rho = product(m_rho, pair);
    }

    void apply(const Matrix& gate, int qubit) { conjugate(on(gate, qubit)); }

    void cnot(int control, int target)
    {
        const Matrix none = matrix2(1, 0, 0, 0);
        const Matrix one = matrix2(0, 0, 0, 1);
        conjugate(on(none, control) + on(one, control) * on(x(), target));
    }

    /// p of the state, the rest with this qubit completely mixed.
    void depolarize(int qubit, double quality) { mix(quality, {qubit}); }
    void depolarize(int first, int second, double quality) { mix(quality, {first, second}); }

    /// X and Y errors of a qubit with one chance each, Z errors with another.
    void sufferErrors(int qubit, double ofXAndY, double ofZ)
    {
        const Matrix before = m_rho, xz = x() * z();
        const auto after = [&](const Matrix& error) { return (on(error, qubit) * before * on(error, qubit).adjoint()).eval(); };
        m_rho = (1 - 2 * ofXAndY - ofZ) * before + ofXAndY * (after(x()) + after(xz)) + ofZ * after(z());
    }

    /// Two qubits read out in the same basis, 'z' or 'x'.
    struct Check {
        int first;
        int second;
        char basis;
    };
    /// Keeps what agrees in every check when each read-out flips with this chance; the matrix is not normalized.
    void keepAgreeing(const std::vector<Check>& checks, double flip)
    {
        for (const Check& check : checks) {
            if (check.basis == 'x')
                for (const int qubit : {check.first, check.second}) apply(hadamard(), qubit);
            Matrix kept = Matrix::Zero(m_rho.rows(), m_rho.cols());
            for (int a = 0; a < 2; ++a)
                for (int b = 0; b < 2; ++b) {
                    const Matrix project = on(projector(a), check.first) * on(projector(b), check.second);
                    const double same = (1 - flip) * (1 - flip) + flip * flip;
                    kept += (a == b ? same : 1 - same) * project * m_rho * project;
                }
            m_rho = kept;
        }
    }

    /// Keeps what reads 1 on a qubit when the read-out flips with this chance; not normalized.
    void keepReadingOne(int qubit, double flip)
    {
        const Matrix one = on(projector(1), qubit), zero = on(projector(0), qubit);
        m_rho = ((1 - flip) * one * m_rho * one + flip * zero * m_rho * zero).eval();
    }

    /// Reads a qubit out, with this chance wrongly, and does the gate on another one when it read 1.
    void readAndCorrect(int qubit, double flip, const Matrix& gate, int corrected)
    {
        const Matrix correction = on(gate, corrected);
        Matrix sum = Matrix::Zero(m_rho.rows(), m_rho.cols());
        for (int truth = 0; truth < 2; ++truth) {
            const Matrix project = on(projector(truth), qubit);
            const Matrix found = project * m_rho * project;
            const double ofOne = truth ? 1 - flip : flip;
            sum += ofOne * correction * found * correction.adjoint() + (1 - ofOne) * found;
        }
        m_rho = sum;
    }

    /// The normalized state of the first pair, all others traced out.
    Matrix firstPair() const
    {
        const Eigen::Index others = m_rho.rows() / 4;
        Matrix result = Matrix::Zero(4, 4);
        for (Eigen::Index i = 0; i < 4; ++i)
            for (Eigen::Index j = 0; j < 4; ++j) result(i, j) = m_rho.block(i * others, j * others, others, others).trace() / trace();
        return result;
    }

    /// The normalized state of two qubits, the first one more significant, all others traced out.
    Matrix stateOf(int first, int second) const
    {
        Matrix result = Matrix::Zero(4, 4);
        const auto bitsOf = [&](Eigen::Index index) { return 2 * (index >> (m_qubits - 1 - first) & 1) + (index >> (m_qubits - 1 - second) & 1); };
        const Eigen::Index both = (Eigen::Index(1) << (m_qubits - 1 - first)) | (Eigen::Index(1) << (m_qubits - 1 - second));
        for (Eigen::Index i = 0; i < m_rho.rows(); ++i)
            for (Eigen::Index j = 0; j < m_rho.cols(); ++j)
                if ((i & ~both) == (j & ~both)) result(bitsOf(i), bitsOf(j)) += m_rho(i, j) / trace();
        return result;
    }

    double trace() const { return m_rho.trace().real(); }

    /// Weights of the normalized state of two qubits, the others traced out, by what their correlations say.
    engine::BellDiagonal weightsOf(int first, int second) const
    {
        const auto correlation = [&](const Matrix& pauli) { return (on(pauli, first) * on(pauli, second) * m_rho).trace().real() / trace(); };
        const double xx = correlation(x()), yy = correlation(y()), zz = correlation(z());
        return {{0.25 * (1 + zz + xx - yy), 0.25 * (1 + zz - xx + yy), 0.25 * (1 - zz + xx + yy), 0.25 * (1 - zz - xx - yy)}};
    }
    engine::BellDiagonal pair(int index) const { return weightsOf(2 * index, 2 * index + 1); }

private:
    static Matrix product(const Matrix& a, const Matrix& b)
    {
        Matrix result(a.rows() * b.rows(), a.cols() * b.cols());
        for (Eigen::Index i = 0; i < a.rows(); ++i)
            for (Eigen::Index j = 0; j < a.cols(); ++j) result.block(i * b.rows(), j * b.cols(), b.rows(), b.cols()) = a(i, j) * b;
        return result;
    }
    static Matrix y() { return matrix2(0, Complex(0, -1), Complex(0, 1), 0); }
    static Matrix projector(int bit) { return bit ? matrix2(0, 0, 0, 1) : matrix2(1, 0, 0, 0); }

    /// Phi+, Phi-, Psi+, Psi- as X^x Z^z on the second half of Phi+.
    static Matrix bell(std::size_t index)
    {
        Matrix phi = Matrix::Zero(4, 1);
        phi(0, 0) = phi(3, 0) = 1.0 / std::numbers::sqrt2;
        Matrix pauli = Matrix::Identity(2, 2);
        if (index & 1) pauli = z() * pauli;
        if (index & 2) pauli = x() * pauli;
        return product(Matrix::Identity(2, 2), pauli) * phi;
    }

    Matrix on(const Matrix& gate, int qubit) const
    {
        const int after = m_qubits - qubit - 1;
        return product(product(Matrix::Identity(1 << qubit, 1 << qubit), gate), Matrix::Identity(1 << after, 1 << after));
    }

    void conjugate(const Matrix& whole) { m_rho = (whole * m_rho * whole.adjoint()).eval(); }

    void mix(double quality, const std::vector<int>& qubits)
    {
        Matrix mixed = m_rho;
        for (const int qubit : qubits) {
            Matrix sum = Matrix::Zero(m_rho.rows(), m_rho.cols());
            for (const Matrix& pauli : {Matrix(Matrix::Identity(2, 2)), x(), z(), Matrix(x() * z())}) {
                const Matrix whole = on(pauli, qubit);
                sum += whole * mixed * whole.adjoint() / 4.0;
            }
            mixed = sum;
        }
        m_rho = quality * m_rho + (1.0 - quality) * mixed;
    }

    int m_qubits;
    Matrix m_rho;
};

} // namespace bellweave::test
