package erp.assistant.impl.ledger;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.PriceBook;
import erp.assistant.report.PriceRows;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What attempts cost, from the price files as they were read last without a mistake.
 *
 * <p>A cost is exact and rounded once, half up, to 10<sup>-9</sup> of the currency's unit, so that an attempt's cost is never
 * off by more than half of that, and a month is the exact sum of its attempts. A model that no row names, a class that is not
 * sold, a term whose factor is not known, a day without a price or without an exchange rate: each makes the attempt unpriced,
 * never free.
 *
 * <p>Safe for use by many threads; one at a time may refresh.
 */
public final class PriceCatalogue implements PriceBook, PriceRows {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    private record Loaded(PriceTable table, String file, String fingerprint, Instant at) {}

    private final SettingsSource settings;
    private final Clock clock;
    private volatile Loaded loaded;
    private volatile Optional<String> problem = Optional.empty();

    /**
     * Reads the admin's price file if the settings name one, else the shipped one. Files {@code price-factors.csv} and {@code
     * exchange-rates.csv} beside the admin's prices replace the shipped ones.
     *
     * @throws PriceFileException naming file and line if a file cannot be used
     */
    public PriceCatalogue(SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.loaded = load(PriceFiles.read(settings.current().pricesFile()));
    }

    /** Reads the files that these settings name, now; who wants them read again asks the constructor. */
    public static PriceCatalogue load(Settings settings) {
        return new PriceCatalogue(() -> settings, Clock.systemUTC());
    }

    /** A catalogue that has no file to read again. */
    PriceCatalogue(PriceTable table, SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.loaded = new Loaded(table, "", "", clock.instant());
    }

    private Loaded load(PriceFiles files) {
        return new Loaded(files.table(), files.prices().file(), files.fingerprint(), clock.instant());
    }

    /**
     * Takes over files that have changed. What is wrong with them is logged once and shown by {@link #state}, and the prices
     * read before stay; nothing is thrown, since a scheduled task that throws is not run again.
     */
    void refresh() {
        try {
            PriceFiles files = PriceFiles.read(settings.current().pricesFile());
            boolean moved = !files.prices().file().equals(loaded.file());
            if (moved || !files.fingerprint().equals(loaded.fingerprint())) {
                loaded = load(files);
                LOG.log(Level.INFO, "prices of {0} are in force, fingerprint {1}", loaded.file(), loaded.fingerprint());
                UnpricedModels.warn(settings.current(), this, clock.instant());
            }
            problem = Optional.empty();
        } catch (RuntimeException e) {
            String message = e instanceof PriceFileException ? String.valueOf(e.getMessage()) : e.toString();
            if (!problem.equals(Optional.of(message))) {
                LOG.log(Level.WARNING, message + "\nThe prices read before stay in force.");
            }
            problem = Optional.of(message);
        }
    }

    @Override
    public State state() {
        Loaded now = loaded;
        Settings configured = settings.current();
        return new State(
                now.file(),
                now.fingerprint(),
                now.at(),
                now.table().prices().size(),
                problem,
                UnpricedModels.of(configured, this, clock.instant()),
                now.table().endings(PriceTable.day(clock.instant())));
    }

    @Override
    public List<Row> rows() {
        return loaded.table().prices().stream().map(PriceRow::shown).toList();
    }

    /**
     * One state of the files, for a task that prices many attempts.
     *
     * @param fingerprint as {@link #state} tells it
     */
    record Snapshot(PriceTable table, String fingerprint) {}

    Snapshot snapshot() {
        Loaded now = loaded;
        return new Snapshot(now.table(), now.fingerprint());
    }

    PriceTable table() {
        return loaded.table();
    }

    /**
     * The cost of an attempt.
     *
     * @param provider the provider's name in the settings
     * @param model the model that the response names
     * @param at when it was sent
     * @param currency of the cost: the company's at the time when it was sent
     * @return empty if unpriced
     */
    public Optional<Priced> price(String provider, String model, TokenUsage usage, Instant at, Currency currency) {
        return loaded.table().price(provider, model, usage, at, currency);
    }

    /** The most that a request to a provider can cost, in 10<sup>-9</sup> units of the currency; empty if there is no known price. */
    public OptionalLong upperBound(ProviderSettings provider, ChatRequest request, Instant at, Currency currency) {
        Optional<Priced> bound = upperBound(
                provider.name(),
                provider.model(request),
                InputBound.of(request.prompt()),
                request.maxOutputTokens(),
                at,
                currency);
        return bound.isPresent() ? OptionalLong.of(bound.get().cost().nanos()) : OptionalLong.empty();
    }

    /**
     * The most that an attempt can cost: the dearest class of input, in the dearest length, service tier and region.
     *
     * @param input an estimate of the input tokens that is not too low
     * @return empty if the model has no known price
     */
    public Optional<Priced> upperBound(
            String provider, String model, long input, long maxOutput, Instant at, Currency currency) {
        return loaded.table().upperBound(provider, model, input, maxOutput, at, currency);
    }
}
