package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.report.Occupancy;
import jakarta.enterprise.event.Startup;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

class MicroProfileMetersTest {

    private final List<String> calls = new ArrayList<>();
    private final MicroProfileMeters meters = new MicroProfileMeters(registry());

    @Test
    void aCountGoesToACounter() {
        meters.count(Metric.COST, 7, "EUR", "other");
        assertThat(calls).containsExactly("counter assistant_cost_nanos none [currency=EUR, model=other]", "inc 7");
    }

    @Test
    void aDurationKeepsItsFraction() {
        meters.duration(Metric.ANSWER_FIRST_RESPONSE, Duration.ofMillis(900), "primary");
        assertThat(calls)
                .containsExactly("timer assistant_answer_first_response seconds [source=primary]", "update PT0.9S");
    }

    @Test
    void anAmountGoesToAHistogram() {
        meters.amount(Metric.TOKEN_USAGE, 412, "chat", "anthropic", "m", "m", "input");
        assertThat(calls)
                .containsExactly(
                        "histogram gen_ai_client_token_usage none [gen_ai_operation_name=chat,"
                                + " gen_ai_provider_name=anthropic,"
                                + " gen_ai_request_model=m, gen_ai_response_model=m, gen_ai_token_type=input]",
                        "update 412");
    }

    @Test
    void aGaugeShowsWhatIsWhenSomebodyLooks() {
        new OccupancyGauges(new AllMeters(meters, List.of()), new Occupancy() {
                    @Override
                    public int open() {
                        return 7;
                    }

                    @Override
                    public int limit() {
                        return 2_000;
                    }
                })
                .start(new Startup());

        assertThat(calls)
                .containsExactly("gauge assistant_open_answers none 7", "gauge assistant_open_answers_limit none 2000");
    }

    @Test
    void aValueHasAllTagsOfItsMetric() {
        assertThatThrownBy(() -> meters.count(Metric.COST, 7, "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("COST has the tags [currency, model]");
        assertThatThrownBy(() -> meters.count(Metric.TOKEN_USAGE, 7, "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TOKEN_USAGE is no COUNT");
    }

    @Test
    void namesAndTagsAreOnesThatPrometheusTakes() {
        for (Metric metric : Metric.values()) {
            assertThat(metric.plainName()).matches("[a-z][a-z0-9_]*");
            assertThat(metric.tags()).allMatch(tag -> tag.matches("[a-z][a-z0-9_]*"));
            assertThat(metric.sentence()).isNotBlank();
        }
    }

    /** A registry that writes down what is asked of it and of the metrics it hands out. */
    private MetricRegistry registry() {
        return fake(MetricRegistry.class, (name, arguments) -> {
            Metadata metadata = (Metadata) arguments[0];
            if (arguments[1] instanceof Supplier<?> now) {
                calls.add(name + " " + metadata.getName() + " " + metadata.getUnit() + " " + now.get());
                return;
            }
            List<String> tags = Arrays.stream((Tag[]) arguments[1])
                    .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
                    .toList();
            calls.add(name + " " + metadata.getName() + " " + metadata.getUnit() + " " + tags);
        });
    }

    private interface Call {
        void on(String method, Object[] arguments);
    }

    private <T> T fake(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    call.on(method.getName(), arguments);
                    return method.getReturnType() == void.class
                            ? null
                            : fake(method.getReturnType(), (name, values) -> calls.add(name + " " + values[0]));
                }));
    }
}
