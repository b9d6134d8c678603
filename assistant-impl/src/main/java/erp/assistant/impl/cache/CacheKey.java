package erp.assistant.impl.cache;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Lookups;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Turn;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identifies an answer by all that it depends on: the finished prompt, the model tier, the output cap, the organisation
 * and the models that may be asked.
 *
 * <p>The asker's name is not in it on purpose. The prompt holds the record exactly as this asker may see it, read again under
 * the asker's rights for each question. Two people with the same rights share an answer; two people who see different values
 * have different prompts and so different keys. There is nothing to invalidate: a changed record is a changed prompt.
 *
 * @param sha256 in hexadecimal
 */
record CacheKey(String sha256) {

    /** The settings' providers are part of it, so that no answer outlives a change of model; their keys are not. */
    static CacheKey of(ChatRequest request, Settings settings) {
        MessageDigest digest = newDigest();
        List.of(
                        request.attribution().organisation(),
                        request.prompt().template(),
                        request.prompt().language().toLanguageTag(),
                        request.tier().name(),
                        Integer.toString(request.maxOutputTokens()),
                        request.prompt().system(),
                        request.prompt().user(),
                        Integer.toString(request.prompt().turns().size()))
                .forEach(part -> add(digest, part));
        for (Turn turn : request.prompt().turns()) {
            add(digest, turn.role().name());
            add(digest, turn.text());
        }
        for (Lookups.Tool tool : request.prompt().lookups().tools()) {
            add(digest, tool.name());
            add(digest, tool.description());
            add(digest, tool.schema());
        }
        addProvider(digest, settings.primary(), request.tier());
        settings.backup().ifPresent(backup -> addProvider(digest, backup, request.tier()));
        return new CacheKey(HexFormat.of().formatHex(digest.digest()));
    }

    private static void addProvider(MessageDigest digest, ProviderSettings provider, ModelTier tier) {
        List.of(provider.dialect().key(), provider.name(), provider.baseUrl().toString(), provider.model(tier))
                .forEach(part -> add(digest, part));
    }

    /** With its length before it, so that no two lists of parts are the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
