// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/examples.h"
#include "ui/plots/latest_answer.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bellweave::ui {

class FactList;

/// Beside the gallery: what the example in focus is about, its size, its hardware, what it opens with and what one learns.
class ExampleFacts : public QWidget {
    Q_OBJECT
public:
    explicit ExampleFacts(QWidget* parent = nullptr);
    void show(const Example& example);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    struct Question {
        QString path;
        Network network;
        bool operator==(const Question& other) const { return path == other.path; }
    };
    void refresh();

    std::optional<Example> m_example;
    QLabel* m_name;
    QLabel* m_question;
    FactList* m_facts;
    QLabel* m_about;
    QPushButton* m_use;
    LatestAnswer<Question, QString> m_verdict;    // "2 of 3 demands met"
};

} // namespace bellweave::ui
