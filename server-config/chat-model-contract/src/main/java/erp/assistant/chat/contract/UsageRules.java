package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import org.junit.jupiter.api.Test;

/** What an answer cost, also one that broke off: the classes are disjoint, and unknown is not nothing. */
public interface UsageRules extends ModelUnderTest {

    @Test
    default void allReportsAreMergedIntoDisjointClasses(Bench bench) {
        bench.stub().configure("input=50 cacheread=30 cachewrite5m=20 reasoning=7");

        TokenUsage usage = bench.complete().usage();

        assertThat(usage.source()).isEqualTo(Source.REPORTED);
        assertThat(usage.input()).isEqualTo(50);
        assertThat(usage.cacheRead()).isEqualTo(30);
        assertThat(usage.output()).isEqualTo(bench.stub().stats().tokens());
        assertThat(usage.reasoning()).isEqualTo(7);
        // Not every vendor tells for how long it has written.
        assertThat(usage.cacheWrite()).isEqualTo(20);
        assertThat(usage.cacheWrite1h()).isZero();
        assertThat(usage.webSearches()).isZero();
    }

    @Test
    default void anAnswerWhoseUsageIsNotToldIsEstimated(Bench bench) {
        bench.stub().configure("usage=0");

        TokenUsage usage = bench.complete().usage();

        assertThat(usage.source()).isEqualTo(Source.ESTIMATED);
        assertThat(usage.input()).isEqualTo(Bench.ESTIMATED_INPUT);
        assertThat(usage.output()).isEqualTo(TokenUsage.estimate(Bench.ANSWER.length()));
    }

    @Test
    default void anAnswerThatBreaksOffCostsAtLeastItsPrompt(Bench bench) {
        bench.stub().configure("cleancut=100");

        ProviderFault truncated = bench.fault();

        assertThat(truncated.sent()).isTrue();
        assertThat(truncated.usage().totalInput()).isPositive();
        assertThat(truncated.usage().source()).isIn(Source.PARTIAL, Source.ESTIMATED);
    }
}
