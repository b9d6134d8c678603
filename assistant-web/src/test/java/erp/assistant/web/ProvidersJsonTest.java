package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.report.ProviderAlert;
import erp.assistant.report.ProviderState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersJsonTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private static ProviderState provider(
            Optional<ProviderState.Fault> fault, List<ProviderState.Key> keys, List<ProviderAlert> alerts) {
        return new ProviderState(
                "primary",
                "mistral_ai",
                "openai",
                "small-1",
                "large-1",
                new ProviderState.Breaker("half-open", AT, 5, 5),
                fault,
                keys,
                alerts);
    }

    @Test
    void aProviderIsShownWithAllThatIsKnownOfIt() {
        ProviderState state = provider(
                Optional.of(new ProviderState.Fault("authentication", AT)),
                List.of(
                        new ProviderState.Key(1, "6789", "refused", Optional.of(AT)),
                        new ProviderState.Key(2, "", "used", Optional.empty())),
                List.of(new ProviderAlert("primary", "mistral_ai", "key", "replace it", AT, 3)));

        assertThat(ProvidersJson.of(List.of(state)))
                .isEqualTo(("{'providers':[{'slot':'primary','name':'mistral_ai','dialect':'openai',"
                                + "'models':{'small':'small-1','large':'large-1'},"
                                + "'breaker':{'state':'half-open','since':'2026-11-20T09:00:00Z','successes':5,'failures':5},"
                                + "'lastFault':{'kind':'authentication','at':'2026-11-20T09:00:00Z'},"
                                + "'keys':[{'number':1,'hint':'6789','state':'refused','until':'2026-11-20T09:00:00Z'},"
                                + "{'number':2,'hint':'','state':'used','until':null}],"
                                + "'alerts':[{'cause':'key','advice':'replace it','since':'2026-11-20T09:00:00Z','count':3}]}]}")
                        .replace('\'', '"'));
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(ProvidersJson.of(List.of(provider(Optional.empty(), List.of(), List.of()))))
                .contains("\"lastFault\":null,\"keys\":[],\"alerts\":[]");
    }
}
