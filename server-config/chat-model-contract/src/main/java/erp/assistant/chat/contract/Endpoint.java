package erp.assistant.chat.contract;

import java.net.URI;
import java.time.Duration;

/**
 * Where and how the model under test calls its provider.
 *
 * @param baseUrl of the stub; {@code /v1/messages}, {@code /v1/chat/completions} and so on are below it
 * @param key must be sent in the header in which the protocol wants it
 * @param model the name to ask for
 * @param connect the time budget to the established connection
 * @param firstContent from sending the request to the first text
 * @param idle between pieces of text; what is not text does not count
 */
public record Endpoint(URI baseUrl, String key, String model, Duration connect, Duration firstContent, Duration idle) {}
