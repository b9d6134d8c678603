package erp.assistant.impl.evaluation;

import erp.assistant.Cost;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationResult.Status;
import erp.assistant.report.EvaluationSum;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Adds results up: each variant, and each variant by language. */
final class Sums {

    private static final int MEDIAN = 50;
    private static final int SLOW = 95;

    private Sums() {}

    static List<EvaluationSum> of(List<EvaluationResult> results, int variants, Currency currency) {
        List<String> languages = results.stream()
                .map(EvaluationResult::language)
                .distinct()
                .sorted()
                .toList();
        List<EvaluationSum> sums = new ArrayList<>();
        for (int i = 0; i < variants; i++) {
            int variant = i;
            List<EvaluationResult> own = results.stream()
                    .filter(result -> result.variant() == variant)
                    .toList();
            sums.add(sum(variant, "", own, currency));
            for (String language : languages) {
                sums.add(sum(
                        variant,
                        language,
                        own.stream()
                                .filter(result -> result.language().equals(language))
                                .toList(),
                        currency));
            }
        }
        return sums;
    }

    private static EvaluationSum sum(int variant, String language, List<EvaluationResult> all, Currency currency) {
        List<EvaluationResult> ended = all.stream()
                .filter(result -> result.status() == Status.DONE || result.status() == Status.FAILED)
                .toList();
        List<EvaluationResult> done =
                ended.stream().filter(result -> result.status() == Status.DONE).toList();
        return new EvaluationSum(
                variant,
                language,
                done.size(),
                ended.size() - done.size(),
                count(done, EvaluationResult::good),
                (int) total(
                        done,
                        result -> result.factsRight().size()
                                + result.factsMissing().size()),
                (int) total(done, result -> result.factsRight().size()),
                (int) total(done, result -> result.forbiddenFound().size()),
                (int) total(done, result -> result.figures().checked()),
                (int) total(done, result -> result.figures().unmatched().size()),
                count(done, result -> result.languageRight().orElse(false)),
                count(done, result -> !result.languageRight().orElse(true)),
                count(done, EvaluationResult::refused),
                count(done, result -> result.refused() != result.refusalExpected()),
                total(ended, EvaluationResult::inputTokens),
                total(ended, EvaluationResult::outputTokens),
                new Cost(total(ended, result -> result.cost().map(Cost::nanos).orElse(0L)), currency),
                count(ended, result -> result.cost().isEmpty()),
                percentile(done, MEDIAN),
                percentile(done, SLOW));
    }

    private static int count(List<EvaluationResult> results, Predicate<EvaluationResult> of) {
        return (int) results.stream().filter(of).count();
    }

    private static long total(List<EvaluationResult> results, ToLongFunction<EvaluationResult> of) {
        return results.stream().mapToLong(of).sum();
    }

    /** By nearest rank. */
    private static OptionalLong percentile(List<EvaluationResult> results, int percent) {
        long[] sorted = results.stream()
                .map(EvaluationResult::firstMillis)
                .flatMap(first -> first.isPresent() ? Stream.of(first.getAsLong()) : Stream.empty())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sorted[(sorted.length * percent + 99) / 100 - 1]);
    }
}
