package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import org.junit.jupiter.api.Test;

class UsageTallyTest {

    private final UsageTally tally = new UsageTally(100);

    @Test
    void withoutAWordOfTheProviderBothSidesAreEstimated() {
        tally.shown("1234567");

        assertThat(tally.soFar()).isEqualTo(new TokenUsage(100, 0, 0, 0, 3, 0, Source.ESTIMATED));
        assertThat(tally.ofWhole()).isEqualTo(tally.soFar());
    }

    @Test
    void aReportedInputIsKeptAndTheOutputEstimated() {
        tally.reported(new TokenUsage(10, 20, 30, 40, 0, 0, Source.PARTIAL));
        tally.shown("123456");

        assertThat(tally.soFar()).isEqualTo(new TokenUsage(10, 20, 30, 40, 2, 0, Source.PARTIAL));
    }

    @Test
    void aReportedZeroIsNotAbsent() {
        tally.reported(new TokenUsage(0, 0, 0, 0, 0, 0, Source.REPORTED));

        assertThat(tally.ofWhole()).isEqualTo(new TokenUsage(0, 0, 0, 0, 0, 0, Source.REPORTED));
    }

    @Test
    void theProvidersFinalWordCountsForAWholeAnswer() {
        tally.shown("much text, but few tokens");
        tally.reported(new TokenUsage(10, 0, 0, 0, 4, 1, Source.REPORTED));

        assertThat(tally.ofWhole()).isEqualTo(new TokenUsage(10, 0, 0, 0, 4, 1, Source.REPORTED));
    }

    @Test
    void anInterimReportCountsAndOnlyTheTextAfterItIsEstimated() {
        tally.shown("before the report");
        tally.reported(new TokenUsage(10, 0, 0, 0, 4, 1, Source.REPORTED));
        tally.shown("123");

        assertThat(tally.soFar()).isEqualTo(new TokenUsage(10, 0, 0, 0, 5, 1, Source.PARTIAL));
    }

    @Test
    void aReportedOutputIsKeptAndTheInputEstimated() {
        tally.shown("much text, but few tokens");
        tally.reportedOutput(4, 1);
        tally.shown("123");

        assertThat(tally.ofWhole()).isEqualTo(new TokenUsage(100, 0, 0, 0, 5, 1, Source.PARTIAL));
    }
}
