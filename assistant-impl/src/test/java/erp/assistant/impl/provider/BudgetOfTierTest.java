package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Dialect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A large model may think before its first word; nobody waits as long for a small one. */
class BudgetOfTierTest {

    @Test
    void aLargeModelHasItsOwnTimeToTheFirstWord() throws Exception {
        try (StubbedProvider provider = new StubbedProvider(Dialect.ANTHROPIC, true)) {
            provider.firstContentWithin(Duration.ofMillis(300), Duration.ofSeconds(15));
            provider.stub().configure("head=0 ttft=900");

            assertThat(provider.fault().kind()).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
            assertThat(provider.ask(Given.request().with(ModelTier.LARGE))
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS)
                            .reason())
                    .isEqualTo(Completion.Reason.END);
        }
    }
}
