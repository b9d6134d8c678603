package erp.assistant.impl;

import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.provider.ProviderHttp;
import erp.assistant.impl.resilience.Pause;
import erp.assistant.impl.sql.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The container's threads on which answers are worked on beside the request's own.
 *
 * <p>Provider bytes are read on the HTTP clients' own threads, which have no context. The ends of streams run on a few threads of
 * the container's factory, which keep the application's context and never block; the server's shared executor would capture the
 * context of whatever thread submits, which here is none.
 */
@Singleton
class Background {

    @Resource
    private @Nullable ManagedExecutorService executor;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    @Resource
    private @Nullable ManagedThreadFactory threads;

    @Resource
    private @Nullable ContextService contexts;

    private @Nullable ExecutorService callbacks;

    @PostConstruct
    void start() {
        callbacks =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), threads());
    }

    @PreDestroy
    void stop() {
        if (callbacks != null) {
            callbacks.shutdown();
        }
    }

    /** For work that blocks for a short while, such as settling a ledger row. */
    Executor executor() {
        return present(executor);
    }

    @Produces
    @Singleton
    @Blocking
    Executor blocking() {
        return present(executor)::execute;
    }

    /**
     * For reads of the ERP after their request has returned. The default context service takes the caller's identity, the class loader
     * and the application's names along, and no transaction.
     */
    @Produces
    @Singleton
    LookupThreads lookups() {
        Executor blocking = executor();
        ContextService service = present(contexts);
        return () -> {
            Executor asCaller = service.currentContextExecutor();
            return task -> blocking.execute(() -> asCaller.execute(task));
        };
    }

    private ManagedThreadFactory threads() {
        return present(threads);
    }

    @Produces
    @Singleton
    Pause pause() {
        ManagedScheduledExecutorService later = present(scheduler);
        return (delay, action) -> {
            var waiting = later.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> waiting.cancel(false);
        };
    }

    @Produces
    @Singleton
    ProviderHttp providerHttp(SettingsSource settings, Clock clock, KeyRing keys) {
        return new ProviderHttp(
                present(callbacks),
                threads(),
                clock,
                settings.current().timeouts().connect(),
                settings,
                keys);
    }

    void close(@Disposes ProviderHttp http) {
        http.close();
    }

    private static <T> T present(@Nullable T resource) {
        if (resource == null) {
            throw new IllegalStateException(
                    "the container has not given the resource; is concurrent-3.0 among the features?");
        }
        return resource;
    }
}
