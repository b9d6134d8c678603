package erp.assistant.impl;

import erp.assistant.evaluation.EvaluationSet;
import erp.assistant.evaluation.EvaluationSets;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.evaluation.CaseBook;
import erp.assistant.impl.evaluation.Evaluation;
import erp.assistant.impl.evaluation.Saying;
import erp.assistant.impl.prompt.Sayings;
import erp.assistant.impl.sql.GuardedDataSource;
import erp.assistant.report.EvaluationCases;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Composes the evaluation: cases and runs in the assistant's database, questions by the path that all take. */
@Singleton
class EvaluationBeans {

    private final GuardedDataSource dataSource;

    @Inject
    EvaluationBeans(GuardedDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** As {@code EvaluationCases}; takes each bean once, so that dependent-scoped sets are not created anew each time. */
    @Produces
    @Singleton
    CaseBook cases(@Any Instance<EvaluationSet> beans, Clock clock) {
        List<EvaluationSet> shipped = beans.stream().toList();
        return new CaseBook(
                dataSource,
                () -> Stream.concat(shipped.stream(), EvaluationSets.registered().stream())
                        .toList(),
                clock);
    }

    /** As {@code EvaluationRuns}. */
    @Produces
    @Singleton
    Evaluation runs(
            EvaluationCases cases,
            EvaluationQuestions questions,
            SettingsSource settings,
            Background background,
            Clock clock) {
        return new Evaluation(cases, dataSource, questions, reader(), settings, background.executor(), clock);
    }

    /** Figures are read as in the check of answers. */
    static Saying reader() {
        return new Saying() {
            @Override
            public boolean says(String answer, String value) {
                return Sayings.says(answer, value);
            }

            @Override
            public boolean isFigure(String value) {
                return Sayings.isFigure(value);
            }
        };
    }
}
