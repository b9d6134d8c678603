package erp.assistant.report;

import java.util.List;

/** How the providers are. A CDI bean, safe for use by many threads; asks no provider and reads nothing from the ledger. */
@FunctionalInterface
public interface ProviderStates {

    /** The configured providers in the order of asking; what is remembered of them begins with the server's start. */
    List<ProviderState> providers();
}
