package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.record.RecordRef;
import erp.assistant.report.EvaluationCases;
import erp.assistant.report.FeedbackBook.Rating;
import erp.assistant.report.FeedbackList;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedbackListResourceTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:14:05Z");

    private final List<String> asked = new ArrayList<>();
    private final FeedbackListResource resource = new FeedbackListResource(this::entries, new OneCase());

    private List<FeedbackList.Entry> entries(FeedbackList.Filter filter, int offset, int limit) {
        asked.add(filter + " " + offset + " " + limit);
        return List.of(entry("a1"), entry("a2")).subList(0, Math.min(2, limit));
    }

    private static FeedbackList.Entry entry(String answer) {
        return new FeedbackList.Entry(
                answer,
                Rating.DOWN,
                "Wrong \"date\".",
                AT,
                AT.minusSeconds(54),
                "anna",
                "DE",
                "sales-order",
                "4711",
                "",
                "answer/2",
                "failed",
                "",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.of(3_120));
    }

    @Test
    void aRatingIsToldWithItsAnswerAndTheCasesMadeOfIt() {
        String common = "\"rating\":\"down\",\"reason\":\"Wrong \\\"date\\\".\",\"ratedAt\":\"2026-11-20T09:14:05Z\","
                + "\"askedAt\":\"2026-11-20T09:13:11Z\",\"user\":\"anna\",\"organisation\":\"DE\","
                + "\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"},\"action\":\"\",\"template\":\"answer/2\","
                + "\"outcome\":\"failed\",\"source\":\"\",\"model\":\"\",\"cost\":null,\"firstMs\":null,\"totalMs\":3120,";

        assertThat(resource.feedback("", "", "", "0", "50"))
                .isEqualTo("{\"feedback\":[{\"answer\":\"a1\"," + common + "\"cases\":[]},{\"answer\":\"a2\"," + common
                        + "\"cases\":[\"c1\"]}],\"more\":false}");
    }

    @Test
    void aFullPageTellsThatThereIsMore() {
        assertThat(resource.feedback("down", "2026-11", "sales-order", "7", "1"))
                .contains("a1")
                .doesNotContain("a2")
                .endsWith("\"more\":true}");
        assertThat(asked)
                .containsExactly(new FeedbackList.Filter(
                                Optional.of(Rating.DOWN), Optional.of(YearMonth.of(2026, 11)), "sales-order")
                        + " 7 2");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(Refusals.of(() -> resource.feedback("bad", "", "", "0", "50"))
                        .detail())
                .isEqualTo("rating must be up or down.");
        assertThat(Refusals.of(() -> resource.feedback("", "November", "", "0", "50"))
                        .detail())
                .startsWith("month must be");
        assertThat(Refusals.of(() -> resource.feedback("", "", "", "0", "1001")).detail())
                .isEqualTo("limit must be a whole number from 1 to 1000.");
    }

    /** Has one that was made of the second answer. */
    private static final class OneCase implements EvaluationCases {

        @Override
        public List<Entry> cases() {
            return List.of(new Entry(
                    "c1",
                    STORED,
                    new EvaluationCase(
                            "c1",
                            "c1",
                            Map.of("en", "Why?"),
                            new RecordRef("sales-order", "4711"),
                            "anna",
                            Set.of(),
                            List.of(),
                            List.of(),
                            false),
                    Optional.of(new Stored(AT, "adam", Optional.of("a2"), Optional.empty()))));
        }

        @Override
        public Entry store(EvaluationCase draft, Optional<String> answer, String by) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Basis> basis(String answer) {
            return Optional.empty();
        }

        @Override
        public boolean delete(String id) {
            return false;
        }
    }
}
