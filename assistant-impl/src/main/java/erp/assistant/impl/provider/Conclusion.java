package erp.assistant.impl.provider;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Slot;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What an attempt comes to, once its stream has ended: a completion if the provider said how the answer ends, else a fault. */
final class Conclusion {

    private static final System.Logger LOG = System.getLogger("erp.assistant.provider");

    private final ProviderSettings provider;
    private final ProviderWords words;
    private final StreamProgress progress;
    private final RequestTiming timing;
    private final Response response;

    Conclusion(ProviderWords words, StreamProgress progress, RequestTiming timing, Response response) {
        this.provider = words.provider();
        this.words = words;
        this.progress = progress;
        this.timing = timing;
        this.response = response;
    }

    /** Ends the result, whatever may be wrong with what is told. */
    void tell(@Nullable Ending how, CompletableFuture<Completion> result) {
        try {
            Completion.Reason reason = progress.reason();
            if (reason != null) {
                result.complete(completion(reason));
            } else if (how != null) {
                result.completeExceptionally(fault(how));
            }
        } catch (RuntimeException e) {
            // Without the cause, which may quote the response.
            Ending unreadable = response.head().refused()
                    ? response.refusal(ErrorWord.NONE)
                    : Ending.malformed("how the answer ended cannot be read");
            result.completeExceptionally(fault(unreadable, TokenUsage.NONE));
        }
    }

    private Completion completion(Completion.Reason reason) {
        String requestId = response.head().requestId();
        if (!progress.because().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    provider.name() + " ended request " + requestId + " with " + progress.because());
        }
        return new Completion(
                reason,
                provider.slot() == Slot.PRIMARY ? Completion.Source.PRIMARY : Completion.Source.BACKUP,
                provider.name(),
                words.safe(progress.model()),
                progress.tally().ofWhole(),
                words.safe(requestId),
                Optional.empty(),
                progress.calls());
    }

    private ProviderFault fault(Ending how) {
        boolean refused = response.head().refused();
        boolean charged = timing.sent() && !refused && how.kind() != Kind.CONNECT;
        TokenUsage usage = charged ? progress.tally().soFar() : TokenUsage.NONE;
        return fault(refused && how.kind() != Kind.CANCELLED ? response.refusal() : how, usage);
    }

    private ProviderFault fault(Ending how, TokenUsage usage) {
        ResponseHead head = response.head();
        return ProviderFault.of(how.kind(), provider.name() + " " + how.what())
                .provider(provider.name(), words.safe(progress.model()))
                .status(head.status())
                .sent(timing.sent() && how.kind() != Kind.CONNECT)
                .inStream(progress.error() != null)
                .waited(timing.waited())
                .late(how.late() || (how.isAboutTime() && timing.isOurDelay(how.kind())))
                .contentShown(progress.contentShown())
                .retryAfter(head.retryAfter())
                .shouldRetry(head.shouldRetry())
                .usage(usage)
                .requestId(words.safe(head.requestId()))
                .cause(how.cause())
                .build();
    }
}
