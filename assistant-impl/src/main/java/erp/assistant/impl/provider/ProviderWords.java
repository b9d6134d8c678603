package erp.assistant.impl.provider;

import erp.assistant.impl.config.ProviderSettings;

/** What a provider says of itself, to be passed on: nothing that repeats the key that it was sent. */
record ProviderWords(ProviderSettings provider) {

    /** The word, or an empty one if the key is in it. */
    String safe(String word) {
        return provider.apiKey().filter(key -> key.isIn(word)).isPresent() ? "" : word;
    }

    /** The error's shortest name in brackets, to follow a sentence; empty if it has none. */
    String named(ErrorWord error) {
        String word = safe(error.shortest());
        return word.isEmpty() ? "" : " (" + word + ")";
    }
}
