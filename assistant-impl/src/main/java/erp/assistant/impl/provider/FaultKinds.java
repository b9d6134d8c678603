package erp.assistant.impl.provider;

import static java.util.Map.entry;

import erp.assistant.chat.ProviderFault.Kind;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table that turns a provider's status and error words into a {@link Kind}.
 *
 * <p>Sources: the error pages of Anthropic Messages and OpenAI Chat Completions, November 2026. A word that names a precise
 * cause wins over the status; the status wins over a general word, because OpenAI says {@code invalid_request_error} for
 * nearly every 4xx.
 */
final class FaultKinds {

    private static final Map<String, Kind> PRECISE = Map.ofEntries(
            entry("insufficient_quota", Kind.QUOTA),
            entry("billing_error", Kind.QUOTA),
            entry("billing_not_active", Kind.QUOTA),
            entry("billing_hard_limit_reached", Kind.QUOTA),
            entry("credit_balance_exhausted", Kind.QUOTA),
            entry(ErrorWord.CREDIT_TOO_LOW, Kind.QUOTA),
            entry("organization_spend_limit_exceeded", Kind.QUOTA),
            entry("project_spend_limit_exceeded", Kind.QUOTA),
            entry("organization_usage_limit_exceeded", Kind.QUOTA),
            entry("rate_limit_exceeded", Kind.RATE_LIMITED),
            entry("rate_limit_error", Kind.RATE_LIMITED),
            entry("slow_down", Kind.RATE_LIMITED),
            entry("overloaded_error", Kind.OVERLOADED),
            entry("server_is_overloaded", Kind.OVERLOADED),
            entry("authentication_error", Kind.AUTHENTICATION),
            entry("permission_error", Kind.AUTHENTICATION),
            entry("invalid_api_key", Kind.AUTHENTICATION),
            entry("not_found_error", Kind.NOT_FOUND),
            entry("model_not_found", Kind.NOT_FOUND),
            entry("request_too_large", Kind.TOO_LARGE),
            entry("context_length_exceeded", Kind.TOO_LARGE),
            entry("string_above_max_length", Kind.TOO_LARGE),
            entry(ErrorWord.PROMPT_TOO_LONG, Kind.TOO_LARGE));

    private static final Map<String, Kind> GENERAL = Map.ofEntries(
            entry("invalid_request_error", Kind.INVALID_REQUEST),
            entry("invalid_prompt", Kind.INVALID_REQUEST),
            entry("requests", Kind.RATE_LIMITED),
            entry("tokens", Kind.RATE_LIMITED));

    private static final Pattern STATUS = Pattern.compile("[45]\\d\\d");

    private FaultKinds() {}

    /** The kind of an error that was told with a status of 300 or more. */
    static Kind of(int status, ErrorWord error) {
        Kind precise = precise(error);
        return precise == null ? byStatus(status) : precise;
    }

    /** The kind of an error that was told inside a stream, where there is no status; an unknown word is the server's. */
    static Kind inStream(ErrorWord error) {
        Kind precise = precise(error);
        if (precise != null) {
            return precise;
        }
        // vLLM and Google's compatible endpoint put the status that it would have been into the code.
        if (STATUS.matcher(error.code()).matches()) {
            return byStatus(Integer.parseInt(error.code()));
        }
        Kind byCode = GENERAL.get(error.code());
        return byCode == null ? GENERAL.getOrDefault(error.type(), Kind.SERVER_ERROR) : byCode;
    }

    private static @Nullable Kind precise(ErrorWord error) {
        Kind byCode = PRECISE.get(error.code());
        return byCode == null ? PRECISE.get(error.type()) : byCode;
    }

    private static Kind byStatus(int status) {
        return switch (status) {
            case 401, 403 -> Kind.AUTHENTICATION;
            case 402 -> Kind.QUOTA;
            case 404 -> Kind.NOT_FOUND;
            // The provider gave up waiting for the request, or met another one: worth a second try, like a 5xx.
            case 408, 409 -> Kind.SERVER_ERROR;
            case 413 -> Kind.TOO_LARGE;
            case 429 -> Kind.RATE_LIMITED;
            case 529 -> Kind.OVERLOADED;
            default -> {
                if (status >= 500) {
                    yield Kind.SERVER_ERROR;
                }
                // A redirect is never followed, the key would travel along: the address is not the provider's.
                yield status >= 400 ? Kind.INVALID_REQUEST : Kind.NOT_FOUND;
            }
        };
    }
}
