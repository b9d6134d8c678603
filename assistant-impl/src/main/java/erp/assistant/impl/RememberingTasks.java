package erp.assistant.impl;

import erp.assistant.impl.cache.CacheSweep;
import erp.assistant.impl.conversation.ConversationSweep;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Removes in the background what is remembered for too long, once the tables are there. */
@Singleton
class RememberingTasks {

    /** After the ledger, which makes the tables. */
    private static final int PRIORITY = 3000;

    private static final long CACHE_SECONDS = 60;
    private static final long CONVERSATIONS_SECONDS = 300;

    private final CacheSweep cache;
    private final ConversationSweep conversations;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

    @Inject
    RememberingTasks(CacheSweep cache, ConversationSweep conversations) {
        this.cache = cache;
        this.conversations = conversations;
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        repeat(cache, CACHE_SECONDS);
        repeat(conversations, CONVERSATIONS_SECONDS);
    }

    private void repeat(Runnable task, long seconds) {
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        tasks.add(scheduler.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS));
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        tasks.forEach(task -> task.cancel(false));
    }
}
