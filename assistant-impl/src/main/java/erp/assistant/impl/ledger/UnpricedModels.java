package erp.assistant.impl.ledger;

import erp.assistant.chat.ModelTier;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The configured models whose calls the ledger cannot price; told at the start and not by the month's end. */
final class UnpricedModels {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    private UnpricedModels() {}

    static void warn(Settings settings, PriceCatalogue prices, Instant now) {
        for (String model : of(settings, prices, now)) {
            LOG.log(
                    Level.WARNING,
                    "no price in {1} is known for {0}: its calls will be unpriced",
                    model,
                    settings.currency().getCurrencyCode());
        }
    }

    /** Each as provider and model, such as {@code anthropic/claude-haiku-4-5}. */
    static List<String> of(Settings settings, PriceCatalogue prices, Instant now) {
        return Stream.concat(Stream.of(settings.primary()), settings.backup().stream())
                .filter(provider -> provider.dialect() != Dialect.OFFLINE)
                .flatMap(provider -> Arrays.stream(ModelTier.values())
                        .map(provider::model)
                        .distinct()
                        .filter(model -> prices.upperBound(provider.name(), model, 1, 1, now, settings.currency())
                                .isEmpty())
                        .map(model -> named(provider, model)))
                .toList();
    }

    private static String named(ProviderSettings provider, String model) {
        return provider.name() + "/" + model;
    }
}
