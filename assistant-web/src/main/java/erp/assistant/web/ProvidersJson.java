package erp.assistant.web;

import erp.assistant.report.ProviderAlert;
import erp.assistant.report.ProviderState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the providers are, as JSON. */
final class ProvidersJson {

    private ProvidersJson() {}

    static String of(List<ProviderState> providers) {
        JsonArrayBuilder array = WebJson.array();
        providers.forEach(provider -> array.add(provider(provider)));
        return WebJson.object().add("providers", array).build().toString();
    }

    private static JsonObjectBuilder provider(ProviderState provider) {
        JsonArrayBuilder keys = WebJson.array();
        provider.keys().forEach(key -> keys.add(key(key)));
        JsonArrayBuilder alerts = WebJson.array();
        provider.alerts().forEach(alert -> alerts.add(alert(alert)));
        JsonObjectBuilder json = WebJson.object()
                .add("slot", provider.slot())
                .add("name", provider.name())
                .add("dialect", provider.dialect())
                .add(
                        "models",
                        WebJson.object().add("small", provider.smallModel()).add("large", provider.largeModel()))
                .add(
                        "breaker",
                        WebJson.object()
                                .add("state", provider.breaker().state())
                                .add("since", provider.breaker().since().toString())
                                .add("successes", provider.breaker().successes())
                                .add("failures", provider.breaker().failures()));
        provider.lastFault()
                .ifPresentOrElse(
                        fault -> json.add(
                                "lastFault",
                                WebJson.object()
                                        .add("kind", fault.kind())
                                        .add("at", fault.at().toString())),
                        () -> json.addNull("lastFault"));
        return json.add("keys", keys).add("alerts", alerts);
    }

    private static JsonObjectBuilder key(ProviderState.Key key) {
        JsonObjectBuilder json = WebJson.object()
                .add("number", key.number())
                .add("hint", key.hint())
                .add("state", key.state());
        addMoment(json, "until", key.until());
        return json;
    }

    private static JsonObjectBuilder alert(ProviderAlert alert) {
        return WebJson.object()
                .add("cause", alert.cause())
                .add("advice", alert.advice())
                .add("since", alert.since().toString())
                .add("count", alert.count());
    }

    private static void addMoment(JsonObjectBuilder json, String name, Optional<Instant> moment) {
        moment.ifPresentOrElse(at -> json.add(name, at.toString()), () -> json.addNull(name));
    }
}
