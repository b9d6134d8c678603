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
 * Identifies an answer by all that it depends on: the finished prompt, the model tier, the output cap, the organisation, the
 * department that pays, the models that may be asked, and all that the asker may see of the record, sent or not.
 *
 * <p>The asker's name is not in it on purpose. The record was read under the asker's rights for this very question, and its
 * fingerprint is in here, so two people with the same rights share an answer, and two who may see different values never do.
 * There is nothing to invalidate: a changed record is another key.
 *
 * @param sha256 in hexadecimal; never stored, since the key of the encrypted text comes from it
 */
record CacheKey(String sha256) {

    /** Under which the answer is found in a database; tells nothing about the secret. */
    String id() {
        return HexFormat.of().formatHex(derived("id"));
    }

    /** With which the answer is encrypted there. */
    byte[] secret() {
        return derived("secret");
    }

    private byte[] derived(String purpose) {
        MessageDigest digest = newDigest();
        add(digest, purpose);
        add(digest, sha256);
        return digest.digest();
    }

    /** The settings' providers are part of it, so that no answer outlives a change of model; their keys are not. */
    static CacheKey of(ChatRequest request, Settings settings) {
        MessageDigest digest = newDigest();
        List.of(
                        request.attribution().organisation(),
                        request.attribution().department(),
                        request.sharing().view(),
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
