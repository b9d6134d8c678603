package erp.assistant.impl.ledger;

import erp.assistant.chat.Lookups;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.Turn;
import java.text.Normalizer;

/**
 * A count of input tokens that no model's truth exceeds.
 *
 * <p>Byte-pair vocabularies (OpenAI, Anthropic, Mistral's Tekken) and SentencePiece with byte fallback (Gemini, older Mistral) begin
 * with the bytes of UTF-8 and only ever join them, so that a text has at most as many tokens as bytes. Some bring text into its
 * compatibility form (NFKC) first, which may be longer; so the longer of both counts. Around each message a model's template has a
 * few tokens of its own: four at OpenAI, fewer than sixteen at all that publish theirs.
 */
final class InputBound {

    private static final int PER_MESSAGE = 16;

    /** The template around all messages. */
    private static final int PER_REQUEST = 64;

    /** Anthropic tells 313 to 530 tokens for the instructions that tools bring along; and as much for each tool is beyond all. */
    private static final int AROUND_TOOLS = 1024;

    private static final int PER_CALL = 64;

    private InputBound() {}

    /** Of a prompt with its earlier turns. */
    static long of(Prompt prompt) {
        long tokens = PER_REQUEST + message(prompt.system()) + message(prompt.user());
        for (Turn turn : prompt.turns()) {
            tokens += message(turn.text());
        }
        tokens += lookups(prompt.lookups());
        return Math.max(tokens, prompt.estimatedTokens());
    }

    /** Tools are written into the template's own words, which differ by model. */
    private static long lookups(Lookups lookups) {
        if (!lookups.any()) {
            return 0;
        }
        long tokens = AROUND_TOOLS;
        for (Lookups.Tool tool : lookups.tools()) {
            tokens += AROUND_TOOLS + most(tool.name()) + most(tool.description()) + most(tool.schema());
        }
        for (Lookups.Round round : lookups.rounds()) {
            tokens += message(round.text());
            for (Lookups.Call call : round.calls()) {
                tokens += message(call.id()) + message(call.name()) + message(call.arguments());
            }
            for (Lookups.Result result : round.results()) {
                tokens += PER_CALL + message(result.content());
            }
        }
        return tokens;
    }

    private static long message(String text) {
        return PER_MESSAGE + most(text);
    }

    private static long most(String text) {
        long bytes = utf8Bytes(text);
        boolean ascii = bytes == text.length();
        return ascii || Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? bytes
                : Math.max(bytes, utf8Bytes(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    private static long utf8Bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Half a pair of surrogates may be sent as a replacement character; a pair has four bytes, and counts as
            // six.
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return bytes;
    }
}
