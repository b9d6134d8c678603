package erp.assistant.impl.config;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Every configuration key with its default and meaning; the admin manual's table is checked against it.
 *
 * <p>A key with {@code *} stands for one key per provider slot: {@code primary} and {@code backup}; one with {@code <name>} for
 * as many as the admin sets. They are re-read while the server runs; the few that need a restart say so.
 */
public enum ConfigKey {
    ENABLED(
            "assistant.enabled",
            "true",
            "true or false",
            "The kill switch: false answers every question with 'switched off'."),
    SWITCHED_OFF(
            "assistant.switched-off",
            "",
            "record types and prepared questions, separated by commas",
            "What cannot be asked about, such as invoice, sales-order.why-blocked or why-blocked; the admin page can switch off more."),

    DIALECT(
            "assistant.provider.*.dialect",
            "offline",
            "anthropic, openai, openai-responses or offline",
            "The provider's protocol. No default for the backup: without it there is none."),
    NAME(
            "assistant.provider.*.name",
            "the dialect's vendor",
            "letters, digits, dots, dashes and underscores",
            "The provider's name in metrics and prices, such as mistral_ai for a provider that speaks the openai dialect."),
    BASE_URL(
            "assistant.provider.*.base-url",
            "the vendor's own",
            "an http or https address without query",
            "Where the provider is; a path in front of /v1 is kept."),
    API_KEY(
            "assistant.provider.*.api-key",
            "",
            "the key as the vendor gave it, or several separated by commas",
            "Must be set, here or in a file, where the base address is the vendor's own. Several are used in turn."),
    API_KEY_FILE(
            "assistant.provider.*.api-key-file",
            "",
            "the path of a readable file",
            "A file that holds the key, or one key a line, and nothing else; read again every two seconds."),
    SMALL_MODEL("assistant.provider.*.model.small", "by dialect", "a model name", "The model for ordinary questions."),
    LARGE_MODEL(
            "assistant.provider.*.model.large",
            "by dialect",
            "a model name",
            "The model for assistant.routing.large-actions."),
    HEADERS(
            "assistant.provider.*.headers",
            "",
            "Name: value; Name: value",
            "Further request headers, for gateways that want them."),
    STREAMING(
            "assistant.provider.*.streaming",
            "true",
            "true or false",
            "false for gateways that cannot stream: the whole answer must then come within assistant.timeout.first-content."),
    PROMPT_CACHE(
            "assistant.provider.*.prompt-cache",
            "5m",
            "off, 5m or 1h",
            "How long the provider is asked to keep the instructions and earlier turns, which repeated prompts share."),
    PROXY(
            "assistant.provider.*.proxy",
            "the JVM's own",
            "http://host:port, or none",
            "The forward proxy that requests go through; by default what -Dhttps.proxyHost and its kin say."),
    CA_FILE(
            "assistant.provider.*.ca-file",
            "",
            "the path of a file of PEM certificates",
            "Authorities that are trusted beside the JVM's own, such as a company's; read again when the file changes."),
    HTTP_VERSION(
            "assistant.provider.*.http-version",
            "auto",
            "auto or 1.1",
            "auto: HTTP/2 where an https provider offers it, else HTTP/1.1."),

    REGION(
            "assistant.provider.*.region",
            "",
            "letters, digits, spaces, dots, dashes and underscores",
            "Where the provider works, such as EU; shown with each answer, and not checked."),

    CONNECT(
            "assistant.timeout.connect",
            "3s",
            "100ms to 30s",
            "To the established connection; a change needs a restart."),
    FIRST_CONTENT(
            "assistant.timeout.first-content", "10s", "100ms to 5m", "From sending the request to the first text."),
    FIRST_CONTENT_LARGE(
            "assistant.timeout.first-content-large",
            "",
            "100ms to 5m, or empty",
            "The same for the large model, which may think longer; empty for the same time."),
    IDLE("assistant.timeout.idle", "20s", "100ms to 5m", "Between pieces of text; pings do not count."),
    TOTAL("assistant.timeout.total", "90s", "1s to 15m", "For the whole answer over all attempts."),

    LOOKUP_ROUNDS(
            "assistant.lookups.rounds",
            "0",
            "0 to 5",
            "How many times a model may look something up in the asker's lists before it answers; each is a request of its own."),
    MAX_OUTPUT("assistant.output.max-tokens", "700", "16 to 32000", "The cap of each answer."),
    OUTPUT_BY_ACTION(
            "assistant.output.by-action",
            "",
            "ids of quick actions with 16 to 32000 tokens, as summary=300, draft-update=900",
            "Caps of answers to prepared questions, instead of assistant.output.max-tokens."),
    MAX_PROMPT("assistant.prompt.max-tokens", "1500", "1000 to 200000", "The budget of each prompt."),
    TARGET_PROMPT(
            "assistant.prompt.target-tokens",
            "600",
            "100 to 200000",
            "Up to here a prompt is filled with what a question does not ask about; what it asks about may exceed it."),
    TEMPLATE_FOLDER(
            "assistant.template.folder",
            "",
            "the path of a readable folder",
            "Instructions of your own, in files such as answer-4.txt; read again every two seconds."),
    TEMPLATE_VERSIONS(
            "assistant.template.versions",
            "",
            "names of templates with a version, as answer=3, action-summary=1",
            "Which versions are in use instead of the highest: the way back from a new one."),
    MASK_PERSONAL(
            "assistant.privacy.mask",
            "true",
            "true or false",
            "Whether tokens stand for personal data in what is sent; the answer is shown with the data."),
    CONFIDENTIAL_ROLES(
            "assistant.privacy.confidential-roles",
            "",
            "roles, separated by commas",
            "Who may have confidential fields sent; empty for everyone to whom the ERP shows them."),
    LARGE_ACTIONS(
            "assistant.routing.large-actions",
            "",
            "ids of quick actions, separated by commas",
            "Prepared questions for the large model."),
    LARGE_FROM(
            "assistant.routing.large-from-tokens",
            "",
            "100 to 200000, or empty",
            "Prompts from this length on go to the large model; empty for never."),
    FAILOVER_AFTER_CONTENT(
            "assistant.failover.after-content",
            "restart",
            "restart or incomplete",
            "What happens to an answer that breaks off after text was shown."),

    AFTER_REFUSAL(
            "assistant.failover.after-refusal",
            "show",
            "show or backup",
            "What happens when the primary's model declines without a word: it is shown as a refusal, or the backup is asked."),

    LAST_RESORT(
            "assistant.failover.last-resort",
            "offline",
            "offline or error",
            "What a person gets when no provider answers: the record's own facts, marked as such, or an error."),

    KEY_COOL_DOWN(
            "assistant.keys.cool-down",
            "5m",
            "1s to 24h",
            "How long a refused key is set aside while the provider's other keys work; a changed key is used at once."),

    BREAKER_WINDOW(
            "assistant.breaker.window",
            "10",
            "2 to 1000",
            "How many ends of requests a provider's circuit breaker looks back on; it opens only when there were so many."),
    BREAKER_FAILURES(
            "assistant.breaker.failure-percent",
            "50",
            "1 to 100",
            "The share of failures in that window from which on the provider is left alone."),
    BREAKER_OPEN(
            "assistant.breaker.open", "10s", "100ms to 10m", "How long it is left alone before it is tried again."),
    BREAKER_PROBES(
            "assistant.breaker.probes",
            "2",
            "1 to 20",
            "How many requests try it then; all must succeed, and one failure leaves it alone again."),

    HEDGING_PERCENTILE(
            "assistant.hedging.percentile",
            "",
            "50 to 99, or empty",
            "The backup is asked too when the primary's first text is later than this percentile of its latest ones; empty for never."),
    HEDGING_SPEND(
            "assistant.hedging.extra-spend-percent",
            "5",
            "1 to 100",
            "How many questions in a hundred may be asked twice for that."),

    CACHE_TTL(
            "assistant.cache.ttl",
            "10m",
            "0s to 24h",
            "How long a repeated prompt is answered from memory; 0s switches the cache off."),
    CACHE_ENTRIES("assistant.cache.entries", "500", "1 to 100000", "How many answers the memory holds."),
    CACHE_SHARED(
            "assistant.cache.shared",
            "false",
            "true or false",
            "Whether the servers on one database share remembered answers through it, encrypted, as many as one holds."),

    CONVERSATION_RETENTION(
            "assistant.conversation.retention",
            "7d",
            "0s to 3650d",
            "How long questions and answers are kept for follow-ups and for the asker to look up; 0s keeps none and deletes all."),
    CONVERSATION_TURNS(
            "assistant.conversation.turns",
            "6",
            "0 to 100",
            "How many earlier questions with their answers a follow-up has sent along; the oldest go first."),
    CONVERSATION_TOKENS(
            "assistant.conversation.max-tokens",
            "1500",
            "0 to 200000",
            "What these may take beside the budget of the prompt, by estimate."),

    BUDGET_MONTHLY("assistant.budget.monthly", "", "an amount such as 280.00", "The month's budget of all together."),
    BUDGET_ORGANISATION(
            "assistant.budget.organisation.<name>",
            "",
            "an amount such as 280.00",
            "The budget of questions about records of one organisation."),
    BUDGET_DEPARTMENT(
            "assistant.budget.department.<name>",
            "",
            "an amount such as 280.00",
            "The budget of one department, by the name that the ERP gives it; for people of whom the ERP tells it."),
    BUDGET_PER_USER(
            "assistant.budget.per-user",
            "",
            "an amount such as 280.00",
            "The budget of each person who has none by name."),
    BUDGET_USER(
            "assistant.budget.user.<name>", "", "an amount such as 280.00", "The budget of one person, by login name."),
    BUDGET_CAPABILITY(
            "assistant.budget.capability.<name>",
            "",
            "an amount such as 280.00",
            "The budget of a record type such as sales-order, or of one prepared question such as sales-order.why-blocked."),
    BUDGET_ENFORCEMENT(
            "assistant.budget.enforcement",
            "hard",
            "hard or warn",
            "hard: nothing is sent that could exceed a budget; warn: budgets are only watched."),
    BUDGET_AT_LIMIT(
            "assistant.budget.at-limit",
            "small-model, cached, offline",
            "some of small-model, cached, offline in this order, or refuse",
            "What is tried when a budget has no room, before the question is refused."),
    BUDGET_UNPRICED(
            "assistant.budget.unpriced",
            "refuse",
            "refuse or allow",
            "Whether a model without a known price may be asked while a hard budget concerns the question."),
    BUDGET_CURRENCY(
            "assistant.budget.currency",
            "EUR",
            "an ISO 4217 code",
            "The currency in which all costs are shown; calls made under another count as unpriced."),
    TIME_ZONE(
            "assistant.time-zone",
            "Europe/Berlin",
            "a zone such as Europe/Zurich",
            "Where the company's months begin."),
    LEDGER_RETENTION(
            "assistant.ledger.retention",
            "25",
            "1 to 120 (months) or forever",
            "How long the rows of calls are kept; their sums by day stay."),
    LEDGER_TIDY(
            "assistant.ledger.tidy-megabytes",
            "500",
            "0 to 1000000",
            "From this size on the file of the embedded ledger is made small, at the start and at night; 0 for never."),
    PRICES_FILE(
            "assistant.prices.file",
            "",
            "the path of a readable file",
            "Prices to use instead of the ones that are shipped; read again every two seconds."),

    MAPPINGS(
            "assistant.mappings",
            "",
            "the path of a readable folder",
            "Mapping files, which show record types without code; read again every two seconds."),

    RATE_PER_USER("assistant.rate.per-user-minute", "20", "1 to 1000000", "Questions a person may ask per minute."),
    RATE_PER_COMPANY(
            "assistant.rate.per-company-minute",
            "",
            "1 to 1000000, or empty",
            "Questions that all people together may ask per minute on each server; empty for any number."),
    OPEN_ANSWERS(
            "assistant.admission.open-answers",
            "2000",
            "1 to 100000",
            "Answers under way at one time on this server; the last tenth is for people who have none."),
    SLOW_READER(
            "assistant.stream.slow-reader",
            "30s",
            "1s to 10m",
            "How long a browser may take nothing while text waits for it; then its answer ends."),
    SUMMARY_INTERVAL(
            "assistant.metrics.summary-interval",
            "1h",
            "10s to 24h",
            "Between log lines with the three production metrics."),
    SLA_AVAILABILITY(
            "assistant.sla.availability",
            "99.9",
            "a percentage from 90 to 99.999",
            "The share of questions that must get their answer; beside what a month has had it shows how much may still fail."),
    SLA_FIRST_RESPONSE(
            "assistant.sla.first-response",
            "1500ms",
            "100ms to 5m",
            "The target of the median time to the first text; a line in the admin page's chart."),
    SLA_FULL_GENERATION(
            "assistant.sla.full-generation",
            "15s",
            "100ms to 15m",
            "The target of the median time to the whole answer; a line in the admin page's chart.");

    /** In the place of a name that an admin chooses. */
    private static final String ANY_NAME = "<name>";

    private final String key;
    private final String defaultValue;
    private final String allowed;
    private final String meaning;

    ConfigKey(String key, String defaultValue, String allowed, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.allowed = allowed;
        this.meaning = meaning;
    }

    /** The key, with {@code *} in the place of the slot. */
    public String key() {
        return key;
    }

    String in(Slot slot) {
        return key.replace("*", slot.key());
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String allowed() {
        return allowed;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether a change takes effect only when the server is started again. */
    public boolean needsRestart() {
        return this == CONNECT;
    }

    /** Whether it stands for as many keys as the admin sets. */
    boolean isFamily() {
        return key.endsWith(ANY_NAME);
    }

    /** What the keys of a family begin with. */
    String prefix() {
        return key.substring(0, key.length() - ANY_NAME.length());
    }

    /** Every concrete key; those of families are whatever is set. */
    public static Stream<String> all() {
        return Arrays.stream(values()).flatMap(ConfigKey::names);
    }

    /** The key itself, or one for each slot; none for a family. */
    Stream<String> names() {
        if (isFamily()) {
            return Stream.empty();
        }
        return key.contains("*") ? Arrays.stream(Slot.values()).map(this::in) : Stream.of(key);
    }
}
