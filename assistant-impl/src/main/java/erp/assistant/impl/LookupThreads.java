package erp.assistant.impl;

import java.util.concurrent.Executor;

/** Where look-ups run. */
@FunctionalInterface
interface LookupThreads {

    /** Runs tasks later, on threads that may block, each with the identity and the class loader of the thread that calls this now. */
    Executor asCaller();
}
